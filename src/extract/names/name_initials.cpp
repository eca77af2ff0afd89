#include "onrecord/extract/names/name_initials.h"

#include <algorithm>

#include "onrecord/base/ascii.h"
#include "onrecord/base/small_letters.h"

namespace onrecord {
namespace {

constexpr std::size_t fewest = 2, most = 3;

std::string initials_of(std::string_view form) {
  std::string initials;
  for (std::size_t begin = 0; begin < form.size(); begin += first_part(form.substr(begin)).size() + 1) initials += form[begin];
  return initials;
}

}  // namespace

NameInitials::NameInitials(const Names& names) {
  const auto add = [](ByInitials& persons, const std::string& initials, std::uint32_t person) {
    if (const auto [known, is_new] = persons.emplace(initials, person); !is_new) known->second = Names::nobody;
  };
  for (std::uint32_t i = 0; i < names.all().size(); ++i) {
    if (names.all()[i].kind != Named::Kind::person) continue;
    const std::string initials = initials_of(names.all()[i].form);
    if (initials.size() >= fewest && initials.size() <= most) add(of_all_, initials, i);
    if (initials.size() > fewest) add(of_outer_, {initials.front(), initials.back()}, i);
  }
}

std::uint32_t NameInitials::person(std::string_view label) const {
  std::string initials(label);
  std::erase(initials, '.');
  if (initials.size() < fewest || initials.size() > most || !std::all_of(initials.begin(), initials.end(), is_ascii_capital)) return Names::nobody;
  initials = small_letters(initials);
  if (const auto found = of_all_.find(initials); found != of_all_.end()) return found->second;
  const auto found = of_outer_.find(initials);
  return found == of_outer_.end() ? Names::nobody : found->second;
}

}  // namespace onrecord
