#include "onrecord/rules/regex_list.h"

#include <algorithm>

#include "onrecord/rules/image.h"

namespace onrecord {

std::uint32_t RegexList::number_of(const Regex& regex) const {
  const auto found = std::find_if(made_.begin(), made_.end(), [&](const std::unique_ptr<Regex>& made) { return made.get() == &regex; });
  return static_cast<std::uint32_t>(found - made_.begin());
}

void RegexList::use_automata(std::string_view image) {
  ImageReader reader(image);
  reader(automata_);
  for (std::size_t number = 0; number < made_.size(); ++number) {
    if (made_[number]) made_[number]->use_automata(automata_[number]);
  }
}

void RegexList::make(std::size_t number) const {
  const Place& place = places_[number];
  made_[number] = std::make_unique<Regex>(Regex::in_image({text_.data() + place.begin, place.size}, place.ignore_case != 0));
  if (automata_.size() > 0) made_[number]->use_automata(automata_[number]);
}

/// What an image holds of them.
void RegexList::write_down() {
  std::vector<Place> places;
  std::vector<char> text;
  for (std::size_t number = 0; number < size(); ++number) {
    const Regex& regex = (*this)[number];
    const std::string_view pattern = regex.pattern();
    places.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(pattern.size()), regex.ignores_case() ? 1U : 0U});
    text.insert(text.end(), pattern.begin(), pattern.end());
  }
  places_ = FlatArray(places);
  text_ = FlatArray(text);
}

}  // namespace onrecord
