#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "onrecord/input/content_reader.h"
#include "onrecord/unpack/byte_source.h"

namespace onrecord {

/// Makes lines of JSON of a file that holds objects in another form, as they come, so that all that is known of such lines (fields, ids, HTML
/// in texts, shards, resuming) holds of them, too.
class ObjectLines : public ContentReader {
 public:
  /// What the numbers of lines count.
  enum class Numbers {
    lines,    ///< those of the file: an object ends as many lines as it takes there
    objects,  ///< many may stand on one line
  };

  /// Refers to `options`.
  ObjectLines(ByteSource bytes, std::string source, const InputOptions& options, Numbers numbers);

  std::optional<Piece::Content> next() final;
  bool is_ready() final { return is_all_ || failure_ || bytes_.is_ready(); }

 protected:
  /// Adds the next object, by `end_line` or `fail`. False: not all of it is there yet, or, where `is_all`, there is none. Called at the end of all, too, where
  /// nothing is in `rest`, so that it can tell what is missing there.
  virtual bool add(std::string& lines) = 0;
  /// What add has found out of the object at work is wrong: another one begins there.
  virtual void forget() = 0;

  const InputOptions& options() const { return options_; }
  /// From the object at work on, as far as it has come.
  std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }
  bool is_all() const { return is_all_; }
  /// The object at work took `size` bytes of `rest`, and `lines` has it, or nothing.
  void end_line(std::string& lines, std::size_t size);
  /// It is none, and reading goes on `size` bytes further on.
  void fail(const char* code, std::string message, std::size_t size);
  /// It has more bytes than a document may have.
  void fail_by_size(std::size_t size);
  /// Forgets the first `size` bytes of it.
  void drop(std::size_t size) { begin_ += size; }

 private:
  void fill();
  std::uint64_t pass_over(std::size_t size);

  ByteSource bytes_;
  std::string source_;
  const InputOptions& options_;
  Numbers numbers_;
  std::string buffer_;
  std::size_t begin_ = 0;                // of the object at work, in `buffer_`
  std::uint64_t line_ = 1;               // its number
  std::optional<InputFailure> failure_;  // to be reported next
  bool is_all_ = false;                  // nothing comes behind what is in `buffer_`
  bool is_cut_ = false;                  // as reading failed or was stopped, not as the file ends
};

}  // namespace onrecord
