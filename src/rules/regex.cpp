#include "onrecord/rules/regex.h"

#include <re2/re2.h>

#include <algorithm>
#include <atomic>
#include <mutex>

#include "onrecord/rules/automata.h"
#include "onrecord/rules/image.h"
#include "onrecord/rules/pattern_facts.h"
#include "onrecord/rules/regex_syntax.h"
#include "onrecord/rules/regex_watch.h"

namespace onrecord {
namespace {

constexpr std::int64_t max_regex_memory = 16 << 20;  // below 4 MiB RE2's DFA thrashes on name patterns

RE2::Options options(bool ignore_case, std::int64_t memory) {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_case_sensitive(!ignore_case);
  result.set_max_mem(memory);
  return result;
}

re2::StringPiece re2_piece(std::string_view text) { return {text.data(), text.size()}; }

/// Sets `groups` to the match and its groups, `wanted` in all.
bool match(const RE2& regex, std::string_view text, std::uint32_t from, RE2::Anchor anchor, int wanted, std::vector<Span>& groups) {
  constexpr int most = 32;  // groups that somebody asks for
  re2::StringPiece found[most];
  const int count = std::min(most, wanted);
  if (!regex.Match(re2_piece(text), from, text.size(), anchor, found, count)) return false;
  groups.assign(static_cast<std::size_t>(count), no_match);
  for (int i = 0; i < count; ++i) {
    if (found[i].data() == nullptr) continue;
    const auto begin = static_cast<std::uint32_t>(found[i].data() - text.data());
    groups[static_cast<std::size_t>(i)] = {begin, begin + static_cast<std::uint32_t>(found[i].size())};
  }
  return true;
}

/// Where the `]` of the class that begins at `i` stands.
std::size_t class_end(std::string_view pattern, std::size_t i) {
  ++i;
  if (pattern.substr(i, 1) == "^") ++i;
  if (pattern.substr(i, 1) == "]") ++i;  // first, it ends nothing
  for (; i < pattern.size() && pattern[i] != ']'; ++i) {
    if (pattern[i] == '\\') ++i;
    if (pattern.substr(i, 2) == "[:") i = std::min(pattern.find(":]", i), pattern.size() - 2) + 1;
  }
  return i;
}

/// The numbers of the groups `(?P<name>…)`.
std::vector<std::pair<std::string, int>> groups_in(std::string_view pattern) {
  std::vector<std::pair<std::string, int>> result;
  int number = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == '[') {
      i = class_end(pattern, i);
    } else if (pattern[i] != '(') {
      continue;
    } else if (pattern.compare(i, 4, "(?P<") == 0) {
      const std::size_t end = std::min(pattern.find('>', i), pattern.size());
      result.emplace_back(pattern.substr(i + 4, end - i - 4), ++number);
    } else if (pattern.compare(i + 1, 1, "?") != 0) {
      ++number;
    }
  }
  return result;
}

void count_search_by_re2() {
  if (RegexCounts* counts = RegexWatch::watched()) ++counts->by_re2;
}

}  // namespace

struct Regex::Impl {
  std::unique_ptr<const std::string> own_pattern;  // null: an image holds it
  std::string_view pattern;
  std::string_view image;  // of the automata; empty: they are built
  std::string_view facts;  // image of the `PatternFacts`; empty: they are derived
  bool ignore_case = false;
  bool nullable = true;  // false: it surely cannot match the empty text
  std::vector<std::pair<std::string, int>> named_groups;
  std::once_flag compiled_once, automata_once, groups_once;
  std::unique_ptr<re2::RE2> compiled;
  std::unique_ptr<Automata> built;
  std::atomic<bool> is_built = false;

  const RE2& regex() {
    std::call_once(compiled_once, [&] {
      if (!compiled) compiled = std::make_unique<re2::RE2>(re2_piece(pattern), options(ignore_case, max_regex_memory));
    });
    return *compiled;
  }

  /// Null where RE2 must do.
  const Automata* automata() {
    if (!is_built.load(std::memory_order_acquire)) {
      if (image.empty()) std::call_once(automata_once, [&] { set_automata(Automata::build(pattern, ignore_case, may_have_groups())); });
      else read_image();
    }
    return built.get();
  }

  void set_automata(std::unique_ptr<Automata> automata) {
    built = std::move(automata);
    is_built.store(true, std::memory_order_release);
  }

  /// One thread at a time reads an image. With `std::call_once`, each of hundreds of patterns would call the kernel.
  void read_image() {
    static std::mutex reading;
    const std::lock_guard lock(reading);
    if (is_built.load(std::memory_order_relaxed)) return;
    ImageReader reader(image);
    bool are_there = false;
    reader(are_there);
    set_automata(are_there ? Automata::read(reader) : nullptr);
  }

  /// Whether a group has a name, or at most whether it looks like it: to find all takes longer than a start has time for.
  bool may_have_groups() const { return pattern.find("(?P<") != std::string_view::npos; }

  const std::vector<std::pair<std::string, int>>& groups() {
    std::call_once(groups_once, [&] { named_groups = groups_in(pattern); });
    return named_groups;
  }

  bool search_with_re2(std::string_view text, std::uint32_t from, RE2::Anchor anchor, std::vector<Span>& found) {
    count_search_by_re2();
    return match(regex(), text, from, anchor, may_have_groups() ? regex().NumberOfCapturingGroups() + 1 : 1, found);
  }
};

Regex::Regex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Regex Regex::known(const std::string& pattern, bool ignore_case) {
  auto own = std::make_unique<const std::string>(pattern);
  Regex result = in_image(*own, ignore_case);
  result.impl_->own_pattern = std::move(own);
  return result;
}

Regex Regex::in_image(std::string_view pattern, bool ignore_case) {
  auto impl = std::make_unique<Impl>();
  impl->pattern = pattern;
  impl->ignore_case = ignore_case;
  return Regex(std::move(impl));
}

std::optional<Regex> Regex::compile(const std::string& pattern, bool ignore_case, RegexError& error) {
  // What `parse_regex` reads, RE2 takes, if it is not too large.
  constexpr std::size_t surely_small = 8000;
  if (const auto root = parse_regex(pattern, ignore_case); root && root->written_out() <= surely_small) {
    Regex result = known(pattern, ignore_case);
    result.impl_->nullable = root->nullable();
    return result;
  }
  auto regex = std::make_unique<re2::RE2>(pattern, options(ignore_case, max_regex_memory));
  if (!regex->ok()) {
    error = {regex->error(), std::string(regex->error_arg().data(), regex->error_arg().size())};
    return std::nullopt;
  }
  Regex result = known(pattern, ignore_case);
  result.impl_->compiled = std::move(regex);
  return result;
}

using Outcome = Automata::Outcome;

bool Regex::search(std::string_view text, std::uint32_t from, std::vector<Span>& groups, RegexEngine engine) const {
  const Automata* automata = engine == RegexEngine::automata ? impl_->automata() : nullptr;
  const Outcome outcome = automata == nullptr ? Outcome::gave_up : automata->search(text, from, groups);
  return outcome == Outcome::gave_up ? impl_->search_with_re2(text, from, RE2::UNANCHORED, groups) : outcome == Outcome::found;
}

bool Regex::match_start(std::string_view text, std::vector<Span>& groups, RegexEngine engine) const {
  const Automata* automata = engine == RegexEngine::automata ? impl_->automata() : nullptr;
  const Outcome outcome = automata == nullptr ? Outcome::gave_up : automata->match_start(text, groups);
  return outcome == Outcome::gave_up ? impl_->search_with_re2(text, 0, RE2::ANCHOR_START, groups) : outcome == Outcome::found;
}

bool Regex::match_end(std::string_view text, std::vector<Span>& groups, RegexEngine engine) const {
  const Automata* automata = engine == RegexEngine::automata ? impl_->automata() : nullptr;
  const Outcome outcome = automata == nullptr ? Outcome::gave_up : automata->match_end(text, groups);
  return outcome == Outcome::gave_up ? impl_->search_with_re2(text, 0, RE2::UNANCHORED, groups) : outcome == Outcome::found;
}

bool Regex::found_in(std::string_view text, RegexEngine engine) const {
  const Automata* automata = engine == RegexEngine::automata ? impl_->automata() : nullptr;
  const Outcome outcome = automata == nullptr ? Outcome::gave_up : automata->find(text);
  if (outcome != Outcome::gave_up) return outcome == Outcome::found;
  count_search_by_re2();
  return impl_->regex().Match(re2_piece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

const std::vector<std::pair<std::string, int>>& Regex::named_groups() const { return impl_->groups(); }

bool Regex::matches_empty() const {
  if (const auto known = known_facts()) return known->matches_empty;
  return impl_->nullable && RE2::FullMatch("", impl_->regex());
}

std::size_t Regex::program_size() const {
  if (const auto known = known_facts()) return known->program_size;
  return static_cast<std::size_t>(std::max(0, impl_->regex().ProgramSize()));
}

bool Regex::has_automata() const { return impl_->is_built.load(std::memory_order_relaxed); }

void Regex::write_automata(ImageWriter& image) const {
  const bool are_there = impl_->automata() != nullptr;
  image(are_there);
  if (are_there) impl_->built->write(image);
}

void Regex::use_automata(std::string_view image) { impl_->image = image; }

void Regex::use_facts(std::string_view image) { impl_->facts = image; }

std::optional<PatternFacts> Regex::known_facts() const {
  if (impl_->facts.empty()) return std::nullopt;
  ImageReader reader(impl_->facts);
  std::optional<PatternFacts> facts(std::in_place);
  reader(*facts);
  return facts;
}

std::string_view Regex::pattern() const { return impl_->pattern; }

bool Regex::ignores_case() const { return impl_->ignore_case; }

}  // namespace onrecord
