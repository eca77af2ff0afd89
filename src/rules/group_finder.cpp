#include "onrecord/rules/group_finder.h"

#include <algorithm>
#include <atomic>
#include <unordered_map>

#include "onrecord/rules/regex.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

using Op = RegexProgram::Op;
using Index = RegexProgram::Index;

constexpr std::size_t most_cache_bytes = 4 << 20;

/// What an assertion may ask of a place between two characters.
constexpr std::uint32_t at_word_edge = 1;
constexpr std::uint32_t at_begin = 2;
constexpr std::uint32_t at_end = 4;
constexpr std::uint32_t place_kinds = 8;
constexpr std::uint32_t kinds_before_end = 4;

bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::uint32_t flags_at(std::string_view text, std::uint32_t offset) {
  const bool before = offset > 0 && is_ascii_word(text[offset - 1]);
  const bool behind = offset < text.size() && is_ascii_word(text[offset]);
  return (offset == 0 ? at_begin : 0U) | (offset == text.size() ? at_end : 0U) | (before != behind ? at_word_edge : 0U);
}

bool holds(Op assertion, std::uint32_t flags) {
  switch (assertion) {
    case Op::text_begin: return (flags & at_begin) != 0;
    case Op::text_end: return (flags & at_end) != 0;
    case Op::word_edge: return (flags & at_word_edge) != 0;
    case Op::no_word_edge: return (flags & at_word_edge) == 0;
    default: return true;
  }
}

/// The instructions from which the rest of the text can be matched, as bits.
using Set = std::vector<std::uint64_t>;

bool has(const Set& set, Index index) { return (set[index / 64] >> (index % 64) & 1) != 0; }

struct SetHash {
  std::size_t operator()(const Set& set) const {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : set) hash = (hash ^ word) * 0x9E3779B97F4A7C15 + (hash >> 29);
    return static_cast<std::size_t>(hash);
  }
};

}  // namespace

/// The program, and which instructions lead to which.
struct GroupFinder::Impl {
  explicit Impl(const RegexNode& root) : program(root) {
    if (!program.usable()) return;
    const auto& instructions = program.instructions();
    leading_here.resize(instructions.size());
    for (Index i = 0; i < instructions.size(); ++i) {
      if (instructions[i].next != RegexProgram::none) leading_here[instructions[i].next].push_back(i);
      if (instructions[i].other != RegexProgram::none && instructions[i].other != instructions[i].next) leading_here[instructions[i].other].push_back(i);
      if (instructions[i].op == Op::capture) groups = std::max(groups, instructions[i].number / 2 + 1);
    }
  }
  ~Impl();

  class Backwards;
  RegexProgram program;
  std::vector<std::vector<Index>> leading_here;
  std::uint32_t groups = 1;
  mutable std::atomic<Backwards*> spare = nullptr;  // an automaton that nobody uses just now
};

/// The automaton that reads from the end to the start. One thread uses it at a time.
class GroupFinder::Impl::Backwards {
 public:
  explicit Backwards(const Impl& finder)
      : finder_(finder), program_(finder.program), words_((program_.instructions().size() + 63) / 64),
        kinds_(program_.has_assertions() ? kinds_before_end : 1), width_(program_.classes() * kinds_) {
    clear();
  }

  bool is_large() const { return bytes_ > most_cache_bytes; }

  void clear() {
    states_.clear();
    numbers_.clear();
    bytes_ = 0;
    ends_.assign(place_kinds, unknown);
    number_of(Set(words_));  // state 0: nothing matches any more
  }

  /// Reads `text` from `end` down to `begin`. Stops early where nothing can match. Returns the smallest offset from which
  /// on the rest is matched, or `no_match.begin`.
  std::uint32_t read(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    path_.clear();
    std::uint32_t state = end_state(text, end);
    std::uint32_t found = no_match.begin;
    std::uint32_t at = end;
    while (true) {
      path_.push_back({at, state});
      if (state == 0) break;
      if (states_[state].begins) found = at;
      if (at == begin) break;
      const auto last = static_cast<unsigned char>(text[at - 1]);
      const Character character = last < 0x80 ? Character{last, 1} : character_before(text, at);
      at -= character.size;
      const std::size_t edge = program_.class_of(character.code) * kinds_ + (kinds_ == 1 ? 0 : flags_at(text, at));
      const std::uint32_t known = states_[state].before[edge];
      state = known != unknown ? known : step(state, edge);
    }
    return found;
  }

  /// Follows the program from `begin` on, where `read` found that it matches.
  void follow(std::uint32_t begin, std::uint32_t end, std::vector<Span>& groups) const {
    groups.assign(finder_.groups, no_match);
    groups[0] = {begin, end};
    std::size_t place = path_.size() - 1;
    while (path_[place].offset != begin) --place;
    const auto& instructions = program_.instructions();
    Index at = program_.start();
    while (instructions[at].op != Op::match) {
      const auto& instruction = instructions[at];
      switch (instruction.op) {
        case Op::character:
          --place;
          at = instruction.next;
          break;
        case Op::split:
          at = has(*states_[path_[place].state].set, instruction.next) ? instruction.next : instruction.other;
          break;
        case Op::capture: {
          Span& group = groups[instruction.number / 2];
          if (instruction.number % 2 == 0) {
            group = {path_[place].offset, path_[place].offset};
          } else {
            group.end = path_[place].offset;
          }
          at = instruction.next;
          break;
        }
        default: at = instruction.next;
      }
    }
  }

 private:
  static constexpr std::uint32_t unknown = 0xFFFFFFFF;
  struct State {
    const Set* set;                     // in `numbers_`
    bool begins = false;                // the start of the program is in it
    std::vector<std::uint32_t> before;  // by class of the character before, and by place: the state there
  };
  struct Place {
    std::uint32_t offset;
    std::uint32_t state;
  };

  std::uint32_t end_state(std::string_view text, std::uint32_t end) {
    const std::uint32_t flags = flags_at(text, end);
    if (ends_[flags] == unknown) {
      Set set(words_);
      work_.clear();
      insert(set, 0);  // the match
      close(set, flags);
      ends_[flags] = number_of(std::move(set));
    }
    return ends_[flags];
  }

  /// The state before `state`. `edge`: class of the character between, and flags of the place.
  std::uint32_t step(std::uint32_t state, std::size_t edge) {
    const auto character_class = static_cast<std::uint32_t>(edge / kinds_);
    const auto flags = static_cast<std::uint32_t>(edge % kinds_);
    Set set(words_);
    work_.clear();
    const auto& instructions = program_.instructions();
    for (std::size_t word = 0; word < words_; ++word) {
      for (std::uint64_t bits = (*states_[state].set)[word]; bits != 0; bits &= bits - 1) {
        const auto target = static_cast<Index>(word * 64 + static_cast<std::size_t>(__builtin_ctzll(bits)));
        for (const Index from : finder_.leading_here[target]) {
          if (instructions[from].op == Op::character && program_.takes(instructions[from], character_class)) insert(set, from);
        }
      }
    }
    close(set, flags);
    const std::uint32_t result = number_of(std::move(set));
    states_[state].before[edge] = result;
    return result;
  }

  void insert(Set& set, Index index) {
    if (has(set, index)) return;
    set[index / 64] |= std::uint64_t{1} << (index % 64);
    work_.push_back(index);
  }

  /// Adds what leads to the set without reading a character.
  void close(Set& set, std::uint32_t flags) {
    const auto& instructions = program_.instructions();
    while (!work_.empty()) {
      const Index target = work_.back();
      work_.pop_back();
      for (const Index from : finder_.leading_here[target]) {
        if (instructions[from].op != Op::character && holds(instructions[from].op, flags)) insert(set, from);
      }
    }
  }

  std::uint32_t number_of(Set set) {
    const auto [known, added] = numbers_.emplace(std::move(set), static_cast<std::uint32_t>(states_.size()));
    if (added) {
      const Set& own = known->first;
      states_.push_back({&own, !states_.empty() && has(own, program_.start()), std::vector<std::uint32_t>(width_, unknown)});
      bytes_ += words_ * sizeof(std::uint64_t) + width_ * sizeof(std::uint32_t) + 128;
    }
    return known->second;
  }

  const Impl& finder_;
  const RegexProgram& program_;
  std::size_t words_;
  std::size_t kinds_;
  std::size_t width_;
  std::size_t bytes_ = 0;
  std::vector<State> states_;
  std::unordered_map<Set, std::uint32_t, SetHash> numbers_;
  std::vector<std::uint32_t> ends_;  // by place: the state at the end of a match
  std::vector<Place> path_;          // from the end of the match backwards
  std::vector<Index> work_;
};

GroupFinder::Impl::~Impl() { delete spare.load(); }

GroupFinder::GroupFinder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GroupFinder::GroupFinder(GroupFinder&&) noexcept = default;
GroupFinder& GroupFinder::operator=(GroupFinder&&) noexcept = default;
GroupFinder::~GroupFinder() = default;

std::optional<GroupFinder> GroupFinder::build(std::string_view pattern, bool ignore_case) {
  const auto root = parse_regex(pattern, ignore_case);
  if (!root) return std::nullopt;
  auto impl = std::make_unique<Impl>(*root);
  if (!impl->program.usable()) return std::nullopt;
  return GroupFinder(std::move(impl));
}

namespace {

/// Takes the automaton that lies ready, or a new one; puts it back.
template <typename Backwards, typename Impl>
class Borrowed {
 public:
  explicit Borrowed(const Impl& impl) : impl_(impl), automaton_(impl.spare.exchange(nullptr)) {
    if (!automaton_) automaton_ = std::make_unique<Backwards>(impl);
    if (automaton_->is_large()) automaton_->clear();
  }
  ~Borrowed() { delete impl_.spare.exchange(automaton_.release()); }
  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;
  Backwards* operator->() const { return automaton_.get(); }

 private:
  const Impl& impl_;
  std::unique_ptr<Backwards> automaton_;
};

}  // namespace

bool GroupFinder::find(std::string_view text, Span match, std::vector<Span>& groups) const {
  const Borrowed<Impl::Backwards, Impl> backwards(*impl_);
  if (backwards->read(text, match.begin, match.end) != match.begin) return false;
  backwards->follow(match.begin, match.end, groups);
  return true;
}

}  // namespace onrecord
