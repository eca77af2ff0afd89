#include "onrecord/rules/shared_beginnings.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace onrecord {
namespace {

using Kind = RegexNode::Kind;
using Way = std::span<RegexNode>;  // what one alternative has one behind the other

constexpr int deepest = 64;  // what begins with more in common than that is left as it is

/// Whether there is one way to match it, if any: then what follows may be tried in any order that the alternatives ask for.
bool is_single(const RegexNode& node) {
  return node.kind == Kind::characters || node.kind == Kind::text_begin || node.kind == Kind::text_end || node.kind == Kind::word_edge ||
         node.kind == Kind::no_word_edge;
}

bool same(const RegexNode& left, const RegexNode& right) { return left.kind == right.kind && left.ranges == right.ranges; }

/// Whether only one of two alternatives can match anything at a place, so that their order does not matter.
bool exclude_each_other(const Way& left, const Way& right) {
  const auto reads = [](const Way& way) { return !way.empty() && way.front().kind == Kind::characters; };
  return reads(left) && reads(right) && !share_characters(left.front().ranges, right.front().ranges);
}

RegexNode sequence_of(std::span<RegexNode> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  RegexNode result;
  result.kind = nodes.empty() ? Kind::empty : Kind::sequence;
  result.children.assign(std::move_iterator(nodes.begin()), std::move_iterator(nodes.end()));
  return result;
}

/// Takes those out of `ways` that begin as the first does and may be tried right behind it; of each, what comes next.
std::vector<Way> take_first_and_like(std::vector<Way>& ways) {
  const Way first = ways.front();
  std::vector<Way> rests{first.subspan(1)}, others;
  bool reaches = true;  // what comes next may be moved up to the first
  for (std::size_t i = 1; i < ways.size(); ++i) {
    const Way way = ways[i];
    if (reaches && !way.empty() && same(way.front(), first.front())) {
      rests.push_back(way.subspan(1));
    } else {
      reaches = reaches && exclude_each_other(first, way);
      others.push_back(way);
    }
  }
  ways = std::move(others);
  return rests;
}

RegexNode join(std::vector<Way> ways, int depth) {
  RegexNode result;
  result.kind = Kind::alternatives;
  while (!ways.empty()) {
    const Way first = ways.front();
    if (first.empty() || !is_single(first.front()) || depth == deepest) {
      result.children.push_back(sequence_of(first));
      ways.erase(ways.begin());
      continue;
    }
    std::vector<Way> rests = take_first_and_like(ways);
    if (rests.size() == 1) {
      result.children.push_back(sequence_of(first));
      continue;
    }
    RegexNode shared;
    shared.kind = Kind::sequence;
    shared.children.push_back(std::move(first.front()));
    shared.children.push_back(join(std::move(rests), depth + 1));
    result.children.push_back(std::move(shared));
  }
  return result.children.size() == 1 ? std::move(result.children.front()) : std::move(result);
}

/// Puts the children of children of the same kind in their place.
void flatten(RegexNode& node) {
  std::vector<RegexNode> children;
  for (RegexNode& child : node.children) {
    if (child.kind == node.kind) std::move(child.children.begin(), child.children.end(), std::back_inserter(children));
    else children.push_back(std::move(child));
  }
  node.children = std::move(children);
}

}  // namespace

RegexNode with_shared_beginnings(RegexNode expression) {
  for (RegexNode& child : expression.children) child = with_shared_beginnings(std::move(child));
  if (expression.kind == Kind::sequence) flatten(expression);
  if (expression.kind != Kind::alternatives) return expression;
  flatten(expression);
  std::vector<Way> ways;
  for (RegexNode& child : expression.children) ways.push_back(child.kind == Kind::sequence ? Way(child.children) : Way(&child, 1));
  return join(std::move(ways), 0);
}

}  // namespace onrecord
