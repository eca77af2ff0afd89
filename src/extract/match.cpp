#include "onrecord/extract/match.h"

#include <algorithm>

#include "onrecord/extract/view.h"

namespace onrecord {
namespace {

/// What a rule would emit, before it is weighed against the others.
struct Candidate {
  const Rule* rule = nullptr;
  Span span;
  Span key;  ///< overlap is judged on it
  std::vector<Value> values;
};

/// A match of one pattern: where it is in the view, and what its groups hold.
struct Found {
  Span span;
  std::vector<std::pair<std::uint32_t, Span>> fields;
};

class UnitMatcher {
 public:
  UnitMatcher(const RuleSet& rules, const Layer& layer, const Document& document, bool use_filters, Annotations& annotations)
      : rules_(rules), layer_(layer), document_(document), use_filters_(use_filters), annotations_(annotations) {}

  void run(Span unit) {
    if (unit.empty() || (use_filters_ && !any_anchor_in(unit))) return;
    unit_ = unit;
    view_ = make_view(rules_, layer_, document_, annotations_, unit);
    candidates_.clear();
    find_hits();
    int index = 0;
    for (const RuleId id : layer_.rules) run_rule(rules_.rules()[id], index);
    select_and_add();
  }

 private:
  /// Whether something in the unit can match: always, unless all patterns are anchored at masked types.
  bool any_anchor_in(Span unit) const {
    for (const RuleId id : layer_.rules) {
      const Rule& rule = rules_.rules()[id];
      if (rule.words != nullptr) return true;
      for (const CompiledPattern& pattern : rule.patterns) {
        if (!pattern.anchored || pattern.anchor.tag) return true;
        const auto& of_type = annotations_.of(layer_.vocabulary.masks[pattern.anchor.index].type);
        const auto first = std::lower_bound(of_type.begin(), of_type.end(), unit.begin,
                                            [&](std::uint32_t at, std::uint32_t begin) { return annotations_.at(at).span.begin < begin; });
        if (first != of_type.end() && annotations_.at(*first).span.begin < unit.end) return true;
      }
    }
    return false;
  }

  void find_hits() {
    filtered_ = use_filters_ && layer_.filter && layer_.filter->match(view_.text(), hits_);
  }

  bool may_match(int index) const { return !filtered_ || std::binary_search(hits_.begin(), hits_.end(), index); }

  void run_rule(const Rule& rule, int& index) {
    if (rule.words != nullptr) find_words(rule);
    for (const CompiledPattern& pattern : rule.patterns) {
      if (pattern.anchored) {
        match_at_anchors(rule, pattern);
      } else if (may_match(index++)) {
        search_all(rule, pattern);
      }
    }
  }

  void find_words(const Rule& rule) {
    const std::string& text = document_.folded.text();
    const std::vector<Span> words = words_in(text, unit_);
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t count = std::min<std::size_t>(rule.words->longest_from(slice(text, words[i])), words.size() - i); count > 0; --count) {
        const Span span{words[i].begin, words[i + count - 1].end};
        const LexiconEntry* entry = rule.words->find(slice(text, span));
        if (entry == nullptr) continue;
        add_word(rule, span, *entry);
        i += count - 1;
        break;
      }
    }
  }

  void add_word(const Rule& rule, Span span, const LexiconEntry& entry) {
    const Type& type = rules_.types()[rule.emits];
    std::vector<Value> values(type.fields.size());
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      if (type.fields[i].kind == FieldKind::span) {
        values[i].span = span;
      } else {
        values[i].symbol = rules_.symbol(rule.words->attribute(entry, type.fields[i].name));
      }
    }
    const std::uint32_t begin = view_.from_source(span.begin);
    offer(rule, span, {begin, view_.from_source(span.end)}, std::move(values));
  }

  void match_at_anchors(const Rule& rule, const CompiledPattern& pattern) {
    if (pattern.anchor.tag) {
      for (const ViewTag& tag : view_.tags()) {
        if (tag.tag == pattern.anchor.index && word_fits(pattern.anchor, tag)) match_around(rule, pattern, tag.span);
      }
      return;
    }
    for (const ViewToken& token : view_.tokens()) {
      if (token.mask == pattern.anchor.index && choices_fit(pattern.anchor, token)) match_around(rule, pattern, token.span);
    }
  }

  bool word_fits(const TokenQuery& query, const ViewTag& tag) const {
    if (query.words.empty()) return true;
    constexpr std::uint32_t tag_bytes = 3;
    const std::string_view word = slice(view_.text(), {tag.span.begin + tag_bytes, tag.span.end});
    return std::binary_search(query.words.begin(), query.words.end(), word);
  }

  bool choices_fit(const TokenQuery& query, const ViewToken& token) const {
    const MaskedType& masked = layer_.vocabulary.masks[token.mask];
    return std::all_of(query.choices.begin(), query.choices.end(), [&](const auto& wanted) {
      const MaskedType::Choice& choice = masked.choices[wanted.first];
      const Symbol symbol = annotations_.value(token.annotation, choice.index).symbol;
      const auto& choices = rules_.types()[masked.type].fields[choice.index].choices;
      return std::any_of(wanted.second.begin(), wanted.second.end(), [&](std::uint32_t value) { return choices[value] == symbol; });
    });
  }

  void match_around(const Rule& rule, const CompiledPattern& pattern, Span anchor) {
    const std::string_view text = view_.text();
    Found found{anchor, {}};
    if (pattern.right.regex) {
      if (!pattern.right.regex->match_start(text.substr(anchor.end), groups_)) return;
      found.span.end = anchor.end + groups_[0].end;
      collect(pattern.right, anchor.end, found);
    }
    if (pattern.left.regex) {
      if (!pattern.left.regex->search(text.substr(0, anchor.begin), 0, groups_)) return;
      found.span.begin = groups_[0].begin;
      collect(pattern.left, 0, found);
    }
    if (pattern.anchor_field != no_field) found.fields.emplace_back(pattern.anchor_field, anchor);
    weigh(rule, found);
  }

  void search_all(const Rule& rule, const CompiledPattern& pattern) {
    std::uint32_t from = 0;
    while (from <= view_.text().size() && pattern.right.regex->search(view_.text(), from, groups_)) {
      Found found{groups_[0], {}};
      from = groups_[0].end > groups_[0].begin ? groups_[0].end : groups_[0].end + 1;
      collect(pattern.right, 0, found);
      weigh(rule, found);
    }
  }

  void collect(const Part& part, std::uint32_t offset, Found& found) const {
    bool own_span = false;
    for (const FieldGroup& group : part.groups) {
      Span span = groups_[static_cast<std::size_t>(group.group)];
      if (span == no_match) continue;
      span = {span.begin + offset, span.end + offset};
      found.fields.emplace_back(group.field, span);
      own_span = own_span || group.field == no_field;
    }
  }

  void weigh(const Rule& rule, Found& found) {
    const Type& type = rules_.types()[rule.emits];
    std::vector<Value> values(type.fields.size());
    Span in_view = found.span;
    for (auto& [field, span] : found.fields) {
      if (field == no_field) {
        in_view = span;
        continue;
      }
      if (values[field].present()) continue;  // the first alternative that took part
      if (!end_early(rule, field, span)) return;
      values[field].span = source_of(span);
      if (std::find(rule.copy.begin(), rule.copy.end(), field) != rule.copy.end()) copy_fields(span, type, values);
    }
    for (const auto& [field, symbol] : rule.set) values[field].symbol = symbol;
    offer(rule, view_.to_source(in_view), in_view, std::move(values));
  }

  /// Shortens a field by the rule's cuts. False where nothing of it is left.
  bool end_early(const Rule& rule, std::uint32_t field, Span& span) {
    for (const Until& until : rule.until) {
      if (until.field != field) continue;
      std::uint32_t end = span.end;
      for (const Part& cut : until.cuts) {
        if (!cut.regex || !cut.regex->search(slice(view_.text(), {span.begin, end}), 0, cut_groups_)) continue;
        Span at = cut_groups_[0];
        for (const FieldGroup& group : cut.groups) {
          const Span own = cut_groups_[static_cast<std::size_t>(group.group)];
          if (own != no_match) at = own;
        }
        end = span.begin + at.begin;
      }
      span.end = end;
    }
    return span.begin < span.end;
  }

  /// A group that is exactly one token means that annotation's first span field, else the text it covers.
  Span source_of(Span view_span) const {
    const ViewToken* token = view_.token_at(view_span);
    if (token == nullptr) return view_.to_source(view_span);
    const Annotation& annotation = annotations_.at(token->annotation);
    const auto& fields = rules_.types()[annotation.type].fields;
    for (std::uint32_t i = 0; i < fields.size(); ++i) {
      if (fields[i].kind != FieldKind::span) continue;
      const Value& value = annotations_.value(token->annotation, i);
      if (value.present()) return value.span;
      break;
    }
    return annotation.span;
  }

  void copy_fields(Span view_span, const Type& type, std::vector<Value>& values) const {
    const ViewToken* token = view_.token_at(view_span);
    if (token == nullptr) return;
    const auto& fields = rules_.types()[annotations_.at(token->annotation).type].fields;
    for (std::uint32_t i = 0; i < fields.size(); ++i) {
      if (fields[i].kind == FieldKind::span) continue;
      const std::uint32_t own = type.field(fields[i].name);
      if (own != no_field && type.fields[own].kind != FieldKind::span && values[own].symbol == 0) values[own].symbol = annotations_.value(token->annotation, i).symbol;
    }
  }

  /// Puts a candidate up, unless the rule's own conditions refuse it.
  void offer(const Rule& rule, Span span, Span in_view, std::vector<Value> values) {
    const Type& type = rules_.types()[rule.emits];
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      if (!type.fields[i].optional && !values[i].present()) return;
    }
    if (!filters_accept(rule, values) || !limits_accept(rule, values) || !context_accepts(rule, span, in_view)) return;
    const Span key = type.unique == no_field || values[type.unique].span.empty() ? span : values[type.unique].span;
    candidates_.push_back({&rule, span, key, std::move(values)});
  }

  std::string_view text_of(const Value& value) const {
    return value.symbol != 0 ? rules_.symbol(value.symbol) : document_.folded.slice(value.span);
  }

  bool filter_hits(const Filter& filter, const std::vector<Value>& values) const {
    const Value& value = values[filter.field];
    if (!value.present()) return false;
    if (filter.lexicon != nullptr) return filter.lexicon->find(text_of(value)) != nullptr;
    return filter.regex && filter.regex->found_in(text_of(value));
  }

  bool filters_accept(const Rule& rule, const std::vector<Value>& values) const {
    return std::none_of(rule.refuse.begin(), rule.refuse.end(), [&](const Filter& filter) { return filter_hits(filter, values); }) &&
           std::all_of(rule.require.begin(), rule.require.end(), [&](const Filter& filter) { return filter_hits(filter, values); });
  }

  bool limits_accept(const Rule& rule, const std::vector<Value>& values) const {
    for (const Limit& limit : rule.limits) {
      const Span span = values[limit.field].span;
      if (limit.characters > 0 && span.size() > limit.characters) return false;
      if (limit.words > 0 && words_in(document_.folded.text(), span).size() > limit.words) return false;
    }
    return true;
  }

  bool context_accepts(const Rule& rule, Span span, Span in_view) const {
    const std::string_view text = view_.text();
    if (rule.not_left && rule.not_left->found_in(text.substr(0, in_view.begin))) return false;
    if (rule.not_right && rule.not_right->found_in(text.substr(std::min<std::size_t>(in_view.end, text.size())))) return false;
    const auto contained = [&](TypeId type) { return annotations_.containing(type, span) != Annotations::none; };
    const auto ends_before = [&](TypeId type) {
      const auto& all = annotations_.of(type);
      return !all.empty() && annotations_.at(all.front()).span.end <= span.begin;
    };
    const auto begins_after = [&](TypeId type) {
      const auto& all = annotations_.of(type);
      return !all.empty() && annotations_.at(all.back()).span.begin >= span.end;
    };
    return (rule.inside.empty() || std::any_of(rule.inside.begin(), rule.inside.end(), contained)) &&
           std::none_of(rule.outside.begin(), rule.outside.end(), contained) &&
           (rule.after.empty() || std::any_of(rule.after.begin(), rule.after.end(), ends_before)) &&
           (rule.before.empty() || std::any_of(rule.before.begin(), rule.before.end(), begins_after));
  }

  bool yields_to_another(const Candidate& candidate) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
      const auto& yields = candidate.rule->yields;
      return other.key.overlaps(candidate.key) && std::find(yields.begin(), yields.end(), other.rule->id) != yields.end();
    });
  }

  /// Chooses among overlapping candidates of one type: priority, then (pick = longest) length, then the order of rules.
  void select_and_add() {
    std::vector<const Candidate*> order;
    for (const Candidate& candidate : candidates_) {
      if (candidate.rule->yields.empty() || !yields_to_another(candidate)) order.push_back(&candidate);
    }
    std::stable_sort(order.begin(), order.end(), [&](const Candidate* a, const Candidate* b) {
      if (a->rule->emits != b->rule->emits) return a->rule->emits < b->rule->emits;
      if (a->rule->definition.priority != b->rule->definition.priority) return a->rule->definition.priority > b->rule->definition.priority;
      if (layer_.pick == Pick::longest && a->span.size() != b->span.size()) return a->span.size() > b->span.size();
      return false;
    });
    std::vector<const Candidate*> kept;
    for (const Candidate* candidate : order) {
      const bool beaten = layer_.pick != Pick::all && std::any_of(kept.begin(), kept.end(), [&](const Candidate* other) {
        return other->rule->emits == candidate->rule->emits && other->key.overlaps(candidate->key);
      });
      if (!beaten) kept.push_back(candidate);
    }
    std::stable_sort(kept.begin(), kept.end(), [](const Candidate* a, const Candidate* b) { return a->span.begin < b->span.begin; });
    for (const Candidate* candidate : kept) annotations_.add(candidate->rule->emits, candidate->rule->id, candidate->span, candidate->values);
  }

  const RuleSet& rules_;
  const Layer& layer_;
  const Document& document_;
  bool use_filters_;
  Annotations& annotations_;
  Span unit_;
  View view_;
  std::vector<Candidate> candidates_;
  std::vector<Span> groups_, cut_groups_;
  std::vector<int> hits_;
  bool filtered_ = false;
};

/// Whether the layer works on this unit.
bool wanted(const Layer& layer, const Annotations& annotations, Span unit) {
  const auto covers = [&](TypeId type) { return annotations.containing(type, unit) != Annotations::none; };
  const auto touches = [&](TypeId type) { return annotations.overlapping(type, unit) != Annotations::none; };
  return (layer.over.empty() || std::any_of(layer.over.begin(), layer.over.end(), covers)) &&
         std::none_of(layer.skip.begin(), layer.skip.end(), touches);
}

}  // namespace

void run_layer(const RuleSet& rules, const Layer& layer, const Document& document, bool use_filters, Annotations& annotations) {
  UnitMatcher matcher(rules, layer, document, use_filters, annotations);
  const auto run = [&](Span unit) {
    if (wanted(layer, annotations, unit)) matcher.run(unit);
  };
  switch (layer.unit) {
    case Unit::line:
      for (const Line& line : document.lines) run(line.span);
      break;
    case Unit::sentence:
      for (const Sentence& sentence : document.sentences) run(sentence.span);
      break;
    case Unit::document:
      run({0, static_cast<std::uint32_t>(document.folded.text().size())});
      break;
  }
}

}  // namespace onrecord
