// The floor that extraction is measured against: which of the given words stand in each paragraph, told by one RE2::Set.
// usage: cue_scan WORDS TEXT     both files; a word a line. Prints how many paragraphs hold one and how many words there are in them.

#include <re2/re2.h>
#include <re2/set.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string content_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Calls `visit` with each line that is not empty.
template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  RE2::Set words(RE2::Quiet, RE2::UNANCHORED);
  const std::string list = content_of(argv[1]);
  for_each_line(list, [&](std::string_view word) { words.Add("\\b" + RE2::QuoteMeta(re2::StringPiece(word.data(), word.size())) + "\\b", nullptr); });
  if (!words.Compile()) return 1;
  const std::string text = content_of(argv[2]);
  std::size_t paragraphs = 0;
  std::size_t found = 0;
  std::vector<int> hits;
  for_each_line(text, [&](std::string_view paragraph) {
    hits.clear();
    if (!words.Match(re2::StringPiece(paragraph.data(), paragraph.size()), &hits)) return;
    ++paragraphs;
    found += hits.size();
  });
  std::printf("%zu %zu\n", paragraphs, found);
}
