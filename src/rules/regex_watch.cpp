#include "onrecord/rules/regex_watch.h"

namespace onrecord {
namespace {

thread_local RegexCounts* counts_of_thread = nullptr;

}  // namespace

RegexCounts& RegexCounts::operator+=(const RegexCounts& other) {
  groups += other.groups;
  resets += other.resets;
  by_re2 += other.by_re2;
  memory += other.memory;
  return *this;
}

RegexCounts& RegexCounts::operator-=(const RegexCounts& other) {
  groups -= other.groups;
  resets -= other.resets;
  by_re2 -= other.by_re2;
  memory -= other.memory;
  return *this;
}

RegexWatch::RegexWatch() { counts_of_thread = &counts_; }

RegexWatch::~RegexWatch() { counts_of_thread = nullptr; }

RegexCounts* RegexWatch::watched() { return counts_of_thread; }

}  // namespace onrecord
