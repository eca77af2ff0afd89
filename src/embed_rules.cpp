// Makes a C++ source of the standard rules, so that the program needs no other file, and no time to read and check them.
//
// embed_rules OUTPUT FOLDER [ARTICLE...]
//
// The patterns' automata go along with the states that they need for the examples of the rules and for the articles, so that a
// run over one article builds hardly any.

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <optional>
#include <span>
#include <sstream>

#include "onrecord/extract/extract.h"
#include "onrecord/input/embedded_images.h"
#include "onrecord/input/rule_files.h"
#include "onrecord/rules/image.h"
#include "onrecord/rules/rule_set.h"

namespace onrecord {
namespace {

/// A function `name` that returns these bytes. Numbers compile faster than characters, and stand at an even address.
void write_bytes(std::ostream& out, const char* name, const std::string& bytes) {
  constexpr std::size_t in_line = 8;
  out << "alignas(8) static constexpr std::uint64_t " << name << "_bytes[] = {";
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + at, std::min(sizeof number, bytes.size() - at));
    if (at / sizeof number % in_line == 0) out << '\n';
    out << "0x" << std::hex << number << std::dec << ',';
  }
  out << "};\nstd::string_view " << name << "() { return {reinterpret_cast<const char*>(" << name << "_bytes), " << bytes.size() << "}; }\n\n";
}

bool write_source(const char* path, RuleSet& rules, const std::string& files) {
  std::ofstream out(path);
  out << "// Made by src/embed_rules.cpp from the files in rules/.\n"
         "#include <cstdint>\n\n#include \"onrecord/input/embedded_images.h\"\n\nnamespace onrecord {\n\n";
  write_bytes(out, "embedded_rules_image", rules.image());
  write_bytes(out, "embedded_automata_image", rules.automata_image());
  write_bytes(out, "embedded_files_image", files);
  out << "}  // namespace onrecord\n";
  out.close();
  return out.good();
}

std::string image_of(std::vector<RuleFile>& files) {
  ImageWriter writer;
  writer(files);
  return writer.take();
}

void read_articles(const RuleSet& rules, std::span<char*> paths) {
  const std::string digest(64, '0');
  for (const RuleDefinition& rule : rules.definition().rules) {
    for (const RuleTest& test : rule.tests) extract(rules, test.text, digest);
  }
  for (const char* path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    extract(rules, text.str(), digest);
  }
}

int embed(const char* output, const char* folder, std::span<char*> articles) {
  Diagnostics diagnostics;
  std::optional<std::vector<RuleFile>> files = read_rule_files({folder}, diagnostics);
  std::optional<RuleSet> rules = files ? RuleSet::load(*files, diagnostics) : std::nullopt;
  for (const Diagnostic& diagnostic : diagnostics.items()) std::fputs(render(diagnostic).c_str(), stderr);
  if (!rules) return 1;
  read_articles(*rules, articles);
  return write_source(output, *rules, image_of(*files)) ? 0 : 1;
}

}  // namespace
}  // namespace onrecord

int main(int argument_count, char** arguments) {
  const std::span all(arguments, static_cast<std::size_t>(argument_count));
  return all.size() >= 3 ? onrecord::embed(all[1], all[2], all.subspan(3)) : 2;
}
