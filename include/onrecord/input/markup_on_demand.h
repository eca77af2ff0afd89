#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "onrecord/convert/html.h"

namespace onrecord {

/// Words that pages use, put together when the first page asks for them. Copies share them. Safe to use from several threads.
class MarkupOnDemand {
 public:
  /// No words.
  MarkupOnDemand() : shared_(nobody()) {}
  explicit MarkupOnDemand(std::function<MarkupWords()> make) : shared_(std::make_shared<Shared>()) { shared_->make = std::move(make); }

  const MarkupWords& get() const {
    std::call_once(shared_->once, [this] {
      if (shared_->make) shared_->words = shared_->make();
    });
    return shared_->words;
  }

 private:
  struct Shared {
    std::once_flag once;
    std::function<MarkupWords()> make;
    MarkupWords words;
  };
  static const std::shared_ptr<Shared>& nobody() {
    static const auto shared = std::make_shared<Shared>();
    return shared;
  }

  std::shared_ptr<Shared> shared_;
};

}  // namespace onrecord
