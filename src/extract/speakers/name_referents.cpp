#include "onrecord/extract/speakers/name_referents.h"

#include <algorithm>

namespace onrecord {

NameReferents::Meant NameReferents::of(const MentionHead& name, bool is_label, bool is_personal) {
  const std::string form = name_form(words_, document_, name.span);
  const std::uint32_t named = named_by(name, form, is_label);
  if (named != Names::nobody) {
    const bool whole = parts_of(form) >= std::min<std::size_t>(2, parts_of(names_.all()[named].form));
    return {speakers_.of_named(named), whole ? Resolution::name : Resolution::alias};
  }
  if (const std::uint32_t known = is_label ? speakers_.with_last_name(text(name.span)) : SpeakerList::none; known != SpeakerList::none)
    return {known, Resolution::alias};
  return {speakers_.of_name(name.span, context_.gender_behind(name.span), is_personal), Resolution::name};
}

/// Who of those that the document names; `Names::nobody`: nobody.
std::uint32_t NameReferents::named_by(const MentionHead& name, const std::string& form, bool is_label) {
  const std::size_t parts = parts_of(form);
  const std::uint32_t person = is_label && parts <= 1 ? link_initials(text(name.span)) : Names::nobody;
  const std::uint32_t named = person != Names::nobody ? person : name.named;
  if (parts != 1 || (named != Names::nobody && names_.all()[named].kind != Named::Kind::organization)) return named;
  const std::uint32_t longer = link_single(name, form);
  return longer != Names::nobody ? longer : named;
}

/// A name of one word that the table lacks: part of a body's name ("the Church", "Quilt" of "Quilt Stores") or a misspelt surname.
std::uint32_t NameReferents::link_single(const MentionHead& name, const std::string& part) const {
  const std::uint32_t body = names_.link_head(part, name.span.begin);
  if (words_.is_organisation(text(name.span)) || words_.refuses_person(text(name.span))) return body;
  if (words_.is_place(text(name.span))) return Names::nobody;
  return body != Names::nobody && names_.stands_first(body, part, words_) ? body : names_.link_misspelt(part);
}

std::uint32_t NameReferents::link_initials(std::string_view label) {
  if (!initials_) initials_.emplace(names_);
  return initials_->person(label);
}

}  // namespace onrecord
