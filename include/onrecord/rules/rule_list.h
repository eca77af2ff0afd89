#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <iterator>
#include <memory>
#include <span>
#include <vector>

#include "onrecord/rules/compiled_rule.h"
#include "onrecord/rules/image_list.h"
#include "onrecord/rules/regex_list.h"

namespace onrecord {

/// What compiled rules refer to. Refers to its parts.
struct RuleSurroundings {
  std::span<const std::unique_ptr<Lexicon>> lexicons;  ///< by number
  const RegexList* regexes = nullptr;
  const WrittenRules* written = nullptr;

  /// Writes or reads which of the lexicons it is, or that it is none.
  template <typename Archive>
  void visit_lexicon(Archive& archive, const Lexicon*& lexicon) const {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    std::uint32_t number = lexicon == nullptr ? none : lexicon->number();
    archive(number);
    if constexpr (Archive::reads) lexicon = number == none ? nullptr : lexicons[number].get();
  }
};

/// The rules of a rule set, by `RuleId`. Those of an image are read one by one, each when it is first asked for: of a short article few match
/// so far that anybody asks. Safe to use from several threads. Rules stay where they are when it is moved.
class RuleList {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Rule;
    using difference_type = std::ptrdiff_t;
    using pointer = const Rule*;
    using reference = const Rule&;

    Iterator() = default;
    Iterator(const RuleList& rules, std::size_t id) : rules_(&rules), id_(id) {}
    reference operator*() const { return (*rules_)[id_]; }
    pointer operator->() const { return &(*rules_)[id_]; }
    Iterator& operator++() {
      ++id_;
      return *this;
    }
    Iterator operator++(int) { return {*rules_, id_++}; }
    bool operator==(const Iterator& other) const { return id_ == other.id_; }

   private:
    const RuleList* rules_ = nullptr;
    std::size_t id_ = 0;
  };

  RuleList() = default;
  explicit RuleList(std::vector<Rule> rules);
  /// Each image is that of a rule, as `RuleList::images` makes them. What `surroundings` refers to must outlive it.
  RuleList(ImageList images, const RuleSurroundings& surroundings);

  std::size_t size() const { return known_.size(); }
  bool empty() const { return known_.empty(); }
  const Rule& operator[](std::size_t id) const {
    const Rule* const known = known_[id].load(std::memory_order_acquire);
    return known != nullptr ? *known : read(id);
  }
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

  /// All of them, for `surroundings` that are equal to theirs.
  ImageList images(const RuleSurroundings& surroundings);

 private:
  const Rule& read(std::size_t id) const;

  mutable std::vector<std::atomic<Rule*>> known_;  // null: only its image is there
  mutable std::deque<Rule> rules_;                 // in the order in which they were read
  ImageList images_;
  RuleSurroundings surroundings_;
};

}  // namespace onrecord
