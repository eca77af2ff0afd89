#include "onrecord/rules/regex.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace onrecord {
namespace {

constexpr std::int64_t max_regex_memory = 16 << 20;  // below 4 MiB RE2's DFA thrashes on name patterns
constexpr std::int64_t max_set_memory = 64 << 20;

RE2::Options options(bool ignore_case, std::int64_t memory) {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_case_sensitive(!ignore_case);
  result.set_max_mem(memory);
  return result;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

bool match(const RE2& regex, std::string_view text, std::uint32_t from, RE2::Anchor anchor, std::vector<Span>& groups) {
  constexpr int most = 32;
  re2::StringPiece found[most];
  const int count = std::min(most, regex.NumberOfCapturingGroups() + 1);
  if (!regex.Match(piece(text), from, text.size(), anchor, found, count)) return false;
  groups.assign(static_cast<std::size_t>(count), no_match);
  for (int i = 0; i < count; ++i) {
    if (found[i].data() == nullptr) continue;
    const auto begin = static_cast<std::uint32_t>(found[i].data() - text.data());
    groups[static_cast<std::size_t>(i)] = {begin, begin + static_cast<std::uint32_t>(found[i].size())};
  }
  return true;
}

}  // namespace

Regex::Regex(std::unique_ptr<re2::RE2> regex) : regex_(std::move(regex)) {
  for (const auto& [number, name] : regex_->CapturingGroupNames()) named_groups_.emplace_back(name, number);
  std::sort(named_groups_.begin(), named_groups_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

std::optional<Regex> Regex::compile(const std::string& pattern, bool ignore_case, RegexError& error) {
  auto regex = std::make_unique<re2::RE2>(pattern, options(ignore_case, max_regex_memory));
  if (!regex->ok()) {
    error = {regex->error(), std::string(regex->error_arg().data(), regex->error_arg().size())};
    return std::nullopt;
  }
  return Regex(std::move(regex));
}

bool Regex::search(std::string_view text, std::uint32_t from, std::vector<Span>& groups) const {
  return match(*regex_, text, from, RE2::UNANCHORED, groups);
}

bool Regex::match_start(std::string_view text, std::vector<Span>& groups) const {
  return match(*regex_, text, 0, RE2::ANCHOR_START, groups);
}

bool Regex::found_in(std::string_view text) const {
  return regex_->Match(piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

bool Regex::matches_empty() const { return RE2::FullMatch("", *regex_); }

std::size_t Regex::program_size() const { return static_cast<std::size_t>(std::max(0, regex_->ProgramSize())); }

const std::string& Regex::pattern() const { return regex_->pattern(); }

struct RegexSet::Impl {
  explicit Impl(bool ignore_case) : set(options(ignore_case, max_set_memory), RE2::UNANCHORED) {}
  re2::RE2::Set set;
};

RegexSet::RegexSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RegexSet::RegexSet(RegexSet&&) noexcept = default;
RegexSet& RegexSet::operator=(RegexSet&&) noexcept = default;
RegexSet::~RegexSet() = default;

std::optional<RegexSet> RegexSet::compile(const std::vector<std::pair<std::string, bool>>& patterns_and_ignore_case) {
  auto impl = std::make_unique<Impl>(false);
  for (const auto& [pattern, ignore_case] : patterns_and_ignore_case) {
    const std::string text = ignore_case ? "(?i)" + pattern : pattern;
    if (impl->set.Add(piece(text), nullptr) < 0) return std::nullopt;
  }
  if (!impl->set.Compile()) return std::nullopt;
  return RegexSet(std::move(impl));
}

bool RegexSet::match(std::string_view text, std::vector<int>& hits) const {
  RE2::Set::ErrorInfo error{};
  hits.clear();
  if (!impl_->set.Match(piece(text), &hits, &error) && error.kind != RE2::Set::kNoError) return false;
  std::sort(hits.begin(), hits.end());
  return true;
}

}  // namespace onrecord
