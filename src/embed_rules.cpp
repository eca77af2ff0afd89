// Makes a C++ source of the standard rules, so that the program needs no other file, and no time to read and check them.
//
// embed_rules OUTPUT FOLDER [ARTICLE...]
//
// The patterns' automata go along with the states that they need for the examples of the rules and for the articles, so that a
// run over one article builds hardly any.

#include <cstdio>
#include <fstream>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <unordered_set>
#include <vector>

#include "onrecord/extract/analyze.h"
#include "onrecord/extract/extract.h"
#include "onrecord/input/embedded_images.h"
#include "onrecord/input/rule_files.h"
#include "onrecord/rules/image.h"
#include "onrecord/rules/rule_set.h"
#include "onrecord/rules/state_table.h"

namespace onrecord {
namespace {

/// Bytes to put into the program, each image at an address that 64 divides.
class Images {
 public:
  void add(const char* name, const std::string& image) {
    bytes_.resize((bytes_.size() + 63) / 64 * 64);
    functions_ += "std::string_view " + std::string(name) + "() { return {onrecord_images + " + std::to_string(bytes_.size()) + ", " +
                  std::to_string(image.size()) + "}; }\n";
    bytes_ += image;
  }

  /// Writes the source, and the bytes beside it: the assembler takes them in as they are, which takes no time, while numbers in the source
  /// would take a compiler many seconds.
  bool write(const std::string& source) const {
    const std::string images = source + ".bin";
    std::ofstream out(source);
    out << "// Made by src/embed_rules.cpp from the files in rules/.\n"
           "#include \"onrecord/input/embedded_images.h\"\n\n"
           "asm(R\"(\n.pushsection .rodata\n.balign 64\nonrecord_images:\n.incbin \""
        << images
        << "\"\n.popsection\n)\");\n"
           "extern \"C\" __attribute__((visibility(\"hidden\"))) const char onrecord_images[];\n\n"
           "namespace onrecord {\n\n"
        << functions_ << "\n}  // namespace onrecord\n";
    out.close();
    std::ofstream bytes(images, std::ios::binary);
    bytes.write(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    bytes.close();
    return out.good() && bytes.good();
  }

 private:
  std::string bytes_;
  std::string functions_;
};

std::string image_of(std::vector<RuleFile>& files) {
  ImageWriter writer;
  writer(files);
  return writer.take();
}

/// All layers, and what is made of what they find.
void read_article(const RuleSet& rules, const std::string& text) {
  static const std::string digest(64, '0');
  analyze(rules, text, {});
  extract(rules, text, digest);
}

/// Returns the numbers of the patterns that the articles use, those of the first article first: what most articles use comes early.
std::vector<std::size_t> read_articles(const RuleSet& rules, std::span<char*> paths) {
  std::vector<std::size_t> used;
  std::unordered_set<std::size_t> known;
  for (const char* path : paths) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    read_article(rules, text.str());
    for (const std::size_t number : rules.patterns_in_use()) {
      if (known.insert(number).second) used.push_back(number);
    }
  }
  return used;
}

void read_examples(const RuleSet& rules) {
  for (const RuleDefinition& rule : rules.definition().rules) {
    for (const RuleTest& test : rule.tests) read_article(rules, test.text);
  }
}

int embed(const char* output, const char* folder, std::span<char*> articles) {
  Diagnostics diagnostics;
  std::optional<std::vector<RuleFile>> files = read_rule_files({folder}, diagnostics);
  std::optional<RuleSet> rules = files ? RuleSet::load(*files, diagnostics) : std::nullopt;
  for (const Diagnostic& diagnostic : diagnostics.items()) std::fputs(render(diagnostic).c_str(), stderr);
  if (!rules) return 1;
  StateTable::keep_all_states();
  // Articles before examples: the states that they need stand together.
  const std::vector<std::size_t> used = read_articles(*rules, articles);
  read_examples(*rules);
  Images images;
  images.add("embedded_rules_image", rules->image());
  images.add("embedded_automata_image", rules->automata_image(used));
  images.add("embedded_facts_image", rules->facts_image());
  images.add("embedded_files_image", image_of(*files));
  return images.write(output) ? 0 : 1;
}

}  // namespace
}  // namespace onrecord

int main(int argument_count, char** arguments) {
  const std::span all(arguments, static_cast<std::size_t>(argument_count));
  return all.size() >= 3 ? onrecord::embed(all[1], all[2], all.subspan(3)) : 2;
}
