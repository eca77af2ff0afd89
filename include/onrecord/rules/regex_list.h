#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "onrecord/rules/image_list.h"
#include "onrecord/rules/regex.h"

namespace onrecord {

/// The regexes of a rule set, by number. Those of an image are made one by one, each when it is first asked for, as a short run needs few of
/// them. They stay where they are.
class RegexList {
 public:
  RegexList() = default;
  explicit RegexList(std::vector<std::unique_ptr<Regex>> regexes) : made_(std::move(regexes)) {}

  std::size_t size() const { return made_.size(); }
  /// Not for several threads at once, where they come from an image.
  Regex& operator[](std::size_t number) const {
    if (!made_[number]) make(number);
    return *made_[number];
  }
  /// The number of one of them.
  std::uint32_t number_of(const Regex& regex) const;
  /// Takes an image of an `ImageList`: for each of them what `Regex::use_automata` takes. Before any of them is used.
  void use_automata(std::string_view image);

  /// Shows its parts to what writes or reads an image.
  template <typename Archive>
  void visit(Archive& archive) {
    if constexpr (!Archive::reads) write_down();
    archive(places_, text_);
    if constexpr (Archive::reads) made_.resize(places_.size());
  }

 private:
  struct Place {
    std::uint32_t begin = 0;  // of the pattern in the text
    std::uint32_t size = 0;
    std::uint32_t ignore_case = 0;
  };
  void make(std::size_t number) const;
  void write_down();

  FlatArray<Place> places_;
  FlatArray<char> text_;  // all patterns
  ImageList automata_;    // none: they are built
  mutable std::vector<std::unique_ptr<Regex>> made_;
};

}  // namespace onrecord
