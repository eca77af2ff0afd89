#include "onrecord/rules/text_edges.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "onrecord/base/bits.h"
#include "onrecord/rules/place_flags.h"
#include "onrecord/rules/regex_program.h"
#include "onrecord/text/characters.h"

// What is looked at are the very first character, and `depth` characters from the first letter, digit or '_' of ASCII on: lines begin
// with all sorts of marks. For each of these places and each kind of character a table says which patterns can have such a character there,
// whatever stands at the other places; so it may keep patterns that do not match, but leaves out none that does. The end of a text is looked
// at in the same way, with patterns turned around.

namespace onrecord {
namespace {

using Op = RegexProgram::Op;
using Index = RegexProgram::Index;

constexpr std::size_t depth = 8;
constexpr std::size_t places = 1 + depth;
constexpr std::size_t others = 64;                     // kinds of characters beyond ASCII
constexpr std::size_t text_ends = ascii_end + others;  // a kind, too: there is no character
constexpr std::size_t kinds = text_ends + 1;

using Kinds = std::bitset<kinds>;

/// The marks of views for types and for lexicons are different kinds.
constexpr std::size_t kind_beyond_ascii(char32_t code) { return ascii_end + (code ^ code >> 6) % others; }

std::size_t kind_of(Character character) {
  if (character.size == 0) return text_ends;
  return character.code < ascii_end ? character.code : kind_beyond_ascii(character.code);
}

bool is_word_character(Character character) { return character.code < ascii_end && is_ascii_word(static_cast<char>(character.code)); }

/// Which kinds of characters can stand at the places in front of what a program matches.
class EdgeFinder {
 public:
  explicit EdgeFinder(const RegexProgram& program) : program_(program), kinds_of_class_(program.classes()) {
    program_.for_each_stretch(
        [&](char32_t first, char32_t last, std::uint32_t character_class) { add_stretch(first, last, kinds_of_class_[character_class]); });
    for (char32_t code = 0; code < ascii_end; ++code) words_[code] = is_ascii_word(static_cast<char>(code));
    others_ = ~words_;
    others_[text_ends] = false;
  }

  std::array<Kinds, places> find() {
    std::array<Kinds, places> result;
    States states = follow({program_.start()}, true);
    result[0] = kinds_at(states);
    skip_marks(states);
    for (std::size_t place = 1; place < places; ++place) {
      result[place] = kinds_at(states);
      states = step(states, place == 1 ? words_ : Kinds().set());
    }
    return result;
  }

 private:
  /// Instructions that read a character, and whether the match may have ended.
  struct States {
    std::vector<Index> readers;
    bool has_matched = false;
    bool matches_at_end = false;
  };

  static void add_stretch(char32_t first, char32_t last, Kinds& found) {
    constexpr char32_t all_others = 2 * others;
    for (char32_t code = first; code <= std::min<char32_t>(last, ascii_end - 1); ++code) found.set(code);
    const char32_t begin = std::max<char32_t>(first, ascii_end);
    for (char32_t code = begin; code <= last && code < begin + all_others; ++code) found.set(kind_beyond_ascii(code));
  }

  States follow(std::vector<Index> work, bool is_start) const {
    States result;
    std::vector<bool> seen(program_.instructions().size());
    while (!work.empty()) {
      const Index at = work.back();
      work.pop_back();
      if (seen[at]) continue;
      seen[at] = true;
      const auto& [op, next, other, number] = program_.instructions()[at];
      switch (op) {
        case Op::character: result.readers.push_back(at); break;
        case Op::match: result.has_matched = true; break;
        case Op::text_end: result.matches_at_end = true; break;  // what follows reads nothing
        case Op::text_begin:
          if (is_start) work.push_back(next);
          break;
        case Op::split: work.push_back(other); [[fallthrough]];
        default: work.push_back(next);
      }
    }
    return result;
  }

  /// By set of characters which kinds it takes.
  const Kinds& kinds_taken(const RegexProgram::Instruction& reader) {
    if (reader.number >= kinds_of_set_.size()) kinds_of_set_.resize(reader.number + std::size_t{1});
    auto& known = kinds_of_set_[reader.number];
    if (known) return *known;
    known.emplace();
    for (std::uint32_t i = 0; i < program_.classes(); ++i) {
      if (program_.takes(reader, i)) *known |= kinds_of_class_[i];
    }
    return *known;
  }

  Kinds kinds_at(const States& states) {
    Kinds result;
    if (states.has_matched) return result.set();
    if (states.matches_at_end) result.set(text_ends);
    for (const Index at : states.readers) result |= kinds_taken(program_.instructions()[at]);
    return result;
  }

  States step(const States& states, const Kinds& read) {
    std::vector<Index> next;
    for (const Index at : states.readers) {
      const auto& reader = program_.instructions()[at];
      if ((kinds_taken(reader) & read).any()) next.push_back(reader.next);
    }
    States result = follow(std::move(next), false);
    result.has_matched = result.has_matched || states.has_matched;
    return result;
  }

  /// Adds the states behind any number of characters that are no letter, digit or '_'.
  void skip_marks(States& states) {
    std::vector<bool> known(program_.instructions().size());
    for (const Index at : states.readers) known[at] = true;
    States last = states;
    while (!last.readers.empty()) {
      last = step(last, others_);
      states.has_matched = states.has_matched || last.has_matched;
      states.matches_at_end = states.matches_at_end || last.matches_at_end;
      std::erase_if(last.readers, [&](Index at) { return known[at]; });
      for (const Index at : last.readers) known[at] = true;
      states.readers.insert(states.readers.end(), last.readers.begin(), last.readers.end());
    }
  }

  const RegexProgram& program_;
  std::vector<Kinds> kinds_of_class_;
  std::vector<std::optional<Kinds>> kinds_of_set_;
  Kinds words_, others_;
};

bool is_tied_to_start(const RegexNode& node) {
  using Kind = RegexNode::Kind;
  if (node.kind == Kind::text_begin) return true;
  if (node.kind == Kind::group) return is_tied_to_start(node.children.front());
  if (node.kind == Kind::sequence) return !node.children.empty() && is_tied_to_start(node.children.front());
  return node.kind == Kind::alternatives && std::all_of(node.children.begin(), node.children.end(), is_tied_to_start);
}

/// What matches the same texts read from their end.
RegexNode turned_around(RegexNode node) {
  using Kind = RegexNode::Kind;
  if (node.kind == Kind::text_begin) node.kind = Kind::text_end;
  else if (node.kind == Kind::text_end) node.kind = Kind::text_begin;
  for (RegexNode& child : node.children) child = turned_around(std::move(child));
  if (node.kind == Kind::sequence) std::reverse(node.children.begin(), node.children.end());
  return node;
}

/// What can stand at the start of texts in which the expression matches; nothing where that is not known.
FlatArray<std::uint64_t> start_of(const RegexNode& root) {
  if (!is_tied_to_start(root)) return {};
  const RegexProgram program(root);
  if (!program.usable()) return {};
  const std::array<Kinds, places> found = EdgeFinder(program).find();
  std::vector<std::uint64_t> result(bits::words_for(places * kinds));
  for (std::size_t place = 0; place < places; ++place) {
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      if (found[place][kind]) bits::add(result, place * kinds + kind);
    }
  }
  return FlatArray(result);
}

/// The table of one edge of all patterns. Sets `tied` to bits of the patterns that it may rule out.
FlatArray<std::uint64_t> table_of(const std::vector<PatternEdges>& patterns, FlatArray<std::uint64_t> PatternEdges::*edge, FlatArray<std::uint64_t>& tied) {
  const std::size_t words = bits::words_for(patterns.size());
  std::vector<std::uint64_t> table(places * kinds * words), limited(words);
  for (std::size_t pattern = 0; pattern < patterns.size(); ++pattern) {
    const FlatArray<std::uint64_t>& known = patterns[pattern].*edge;
    const bool is_limited = !known.empty();
    if (is_limited) bits::add(limited, pattern);
    for (std::size_t i = 0; i < places * kinds; ++i) {
      if (!is_limited || bits::has(known, i)) bits::add(std::span(table).subspan(i * words, words), pattern);
    }
  }
  tied = FlatArray(std::move(limited));
  return FlatArray(std::move(table));
}

/// `next` returns one character after the other, at last one of no size.
template <typename Next>
void keep_by(const FlatArray<std::uint64_t>& table, const FlatArray<std::uint64_t>& tied, std::span<std::uint64_t> possible, Next next) {
  // False where no pattern is left that a later character could rule out.
  const auto keep = [&](std::size_t place, Character character) {
    const std::uint64_t* const row = table.data() + (place * kinds + kind_of(character)) * possible.size();
    std::uint64_t rest = 0;
    for (std::size_t i = 0; i < possible.size(); ++i) rest |= (possible[i] &= row[i]) & tied[i];
    return rest != 0 && character.size != 0;
  };
  Character character = next();
  bool goes_on = keep(0, character);
  while (goes_on && character.size != 0 && !is_word_character(character)) character = next();
  for (std::size_t place = 1; goes_on && place < places; ++place) {
    goes_on = keep(place, character);
    character = next();
  }
}

}  // namespace

PatternEdges edges_of(const RegexNode& root) { return {start_of(root), start_of(turned_around(root))}; }

TextEdges::TextEdges(const std::vector<PatternEdges>& patterns) {
  begins_ = table_of(patterns, &PatternEdges::begin, tied_to_begin_);
  ends_ = table_of(patterns, &PatternEdges::end, tied_to_end_);
}

void TextEdges::keep_possible(std::string_view text, std::span<std::uint64_t> possible) const {
  std::uint32_t at = 0;
  keep_by(begins_, tied_to_begin_, possible, [&] {
    const Character character = character_at(text, at);
    at += character.size;
    return character;
  });
  at = static_cast<std::uint32_t>(text.size());
  keep_by(ends_, tied_to_end_, possible, [&] {
    const Character character = character_before(text, at);
    at -= character.size;
    return character;
  });
}

}  // namespace onrecord
