#pragma once

#include "onrecord/extract/page/page.h"

namespace onrecord {

/// Gives the labels of those who ask and answer before a court ("Q.", "A.", "THE WITNESS:") the names of whom they mean: lines above tell
/// (`Label::hearing_line`; "called as a witness" tells of the line before it). Where none does, "A." is the witness who has a label, or the one person
/// who answers questions behind labels. Answers where nobody asks behind labels, or of nobody, lose theirs, unless that ends in a colon or a label that asks
/// stands above, and where nobody is heard no line tells of that.
void name_those_heard(Page& page);

}  // namespace onrecord
