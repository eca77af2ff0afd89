#include "onrecord/rules/requirements_on_demand.h"

#include <cstdint>
#include <mutex>

#include "onrecord/rules/image.h"
#include "onrecord/rules/regex_watch.h"

namespace onrecord {
namespace {

std::int64_t bytes_of(TextRequirements& requirements) {
  ImageWriter writer;
  writer(requirements);
  return static_cast<std::int64_t>(writer.take().size());
}

}  // namespace

struct RequirementsOnDemand::Impl {
  std::vector<const Regex*> patterns;
  std::size_t whole = 0;
  std::once_flag once;
  TextRequirements requirements;
};

RequirementsOnDemand::RequirementsOnDemand(std::vector<const Regex*> patterns, std::size_t whole) : impl_(std::make_unique<Impl>()) {
  impl_->patterns = std::move(patterns);
  impl_->whole = whole;
}
RequirementsOnDemand::RequirementsOnDemand(TextRequirements requirements) : impl_(std::make_unique<Impl>()) { impl_->requirements = std::move(requirements); }
RequirementsOnDemand::RequirementsOnDemand(RequirementsOnDemand&&) noexcept = default;
RequirementsOnDemand& RequirementsOnDemand::operator=(RequirementsOnDemand&&) noexcept = default;
RequirementsOnDemand::~RequirementsOnDemand() = default;

TextRequirements& RequirementsOnDemand::requirements() const {
  std::call_once(impl_->once, [&] {
    if (!impl_->patterns.empty()) impl_->requirements = TextRequirements(impl_->patterns, impl_->whole);
    if (RegexCounts* counts = RegexWatch::watched()) counts->memory += bytes_of(impl_->requirements);
  });
  return impl_->requirements;
}

}  // namespace onrecord
