#include "onrecord/pipeline/resume_point.h"

#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "onrecord/pipeline/output_file.h"

namespace onrecord {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const ResumePoint& point) {
  const RunSummary& summary = point.summary;
  return {{"key", point.key},
          {"output_bytes", point.output_bytes},
          {"has_records", point.has_records},
          {"is_finished", point.is_finished},
          {"documents", summary.documents},
          {"bytes_in", summary.bytes_in},
          {"bytes_out", summary.bytes_out},
          {"records", summary.records},
          {"errors", summary.errors},
          {"units", summary.units},
          {"units_digest", summary.units_digest}};
}

ResumePoint point_of(const Json& json) {
  ResumePoint point;
  json.at("key").get_to(point.key);
  json.at("output_bytes").get_to(point.output_bytes);
  json.at("has_records").get_to(point.has_records);
  json.at("is_finished").get_to(point.is_finished);
  json.at("documents").get_to(point.summary.documents);
  json.at("bytes_in").get_to(point.summary.bytes_in);
  json.at("bytes_out").get_to(point.summary.bytes_out);
  json.at("records").get_to(point.summary.records);
  json.at("errors").get_to(point.summary.errors);
  json.at("units").get_to(point.summary.units);
  json.at("units_digest").get_to(point.summary.units_digest);
  return point;
}

}  // namespace

std::optional<ResumePoint> read_resume_point(const std::string& path) {
  std::ifstream file(path);
  if (!file) return std::nullopt;
  try {
    return point_of(Json::parse(file));
  } catch (const Json::exception&) { return std::nullopt; }
}

void remove_resume_point(const std::string& path) {
  unlink((path + ".new").c_str());
  unlink(path.c_str());
}

bool write_resume_point(const std::string& path, const ResumePoint& point, Diagnostics& diagnostics) {
  std::optional<OutputFile> file = OutputFile::open_by_way_of(path + ".new", path, diagnostics, OutputFile::Safety::of_machine);
  return file && file->write(json_of(point).dump(-1, ' ', false, Json::error_handler_t::replace) + '\n', diagnostics) && file->finish(diagnostics);
}

}  // namespace onrecord
