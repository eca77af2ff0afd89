#include "onrecord/convert/captions.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace onrecord {
namespace {

struct CaptionsCase {
  const char* what;
  std::string_view captions;
  std::string_view transcript;
};

TEST(Captions, BecomeATranscript) {
  const std::vector<CaptionsCase> cases = {
      {"a sentence broken over cues", "WEBVTT\n\n00:01.000 --> 00:02.000\nThe bridge\n\n00:02.000 --> 00:03.000\nis safe.\n", "The bridge is safe."},
      {"voices, one of them in two cues",
       "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Tzu Quimper>Is it\n\n00:02.000 --> 00:03.000\n<v Tzu Quimper>safe?\n\n00:03.000 --> 00:04.000\n<v.loud Bo "
       "Trask>Yes.</v>\n",
       ">> Tzu Quimper: Is it safe?\n\n>> Bo Trask: Yes."},
      {"two voices in a line", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Tzu>Is it safe?</v> <v Bo>Yes.</v>\n", ">> Tzu: Is it safe?\n\n>> Bo: Yes."},
      {"SubRip with marks of change",
       "1\n00:00:01,000 --> 00:00:02,000\n>> ANN LEE: Is it safe?\n>> Yes.\n\n2\n00:00:02,000 --> 00:00:03,000\n&gt;&gt; Not all of it.\n",
       ">> ANN LEE: Is it safe?\n\n>> Yes.\n\n>> Not all of it."},
      {"a dialogue", "1\n00:00:01,000 --> 00:00:02,000\n- Is it safe?\n- Yes.\n", ">> Is it safe?\n\n>> Yes."},
      {"no blank line between cues", "1\n00:00:01,000 --> 00:00:02,000\nIs it\n2\n00:00:02,000 --> 00:00:03,000\nsafe?\n", "Is it safe?"},
      {"a label in each cue", "WEBVTT\n\n00:01.000 --> 00:02.000\nAnn Lee: The bridge\n\n00:02.000 --> 00:03.000\nAnn Lee: is safe.\n",
       ">> Ann Lee: The bridge is safe."},
      {"a colon within a sentence", "WEBVTT\n\n00:01.000 --> 00:02.000\nThis is the\n\n00:02.000 --> 00:03.000\nHarbour Bridge: it is safe.\n",
       "This is the Harbour Bridge: it is safe."},
      {"a tag that nothing closes", "WEBVTT\n\n00:01.000 --> 00:02.000\nIt is <b <i>safe</i>.\n", "It is <b safe."},
      {"an article about captions", "WEBVTT is a format, Ann Lee said.\n\nIt is safe.\n", "WEBVTT is a format, Ann Lee said.\n\nIt is safe.\n"},
      {"captions that roll", "WEBVTT\n\n00:01.000 --> 00:02.000\nthe north bridge\n\n00:02.000 --> 00:03.000\nthe north bridge\nis<00:02.500><c> safe</c>\n",
       "the north bridge is safe"},
      {"what nobody says",
       "WEBVTT - Harbour\nKind: captions\n\nNOTE\nby hand\n\nSTYLE\n::cue { color: red }\n\na1\n00:01.000 --> 00:02.000 align:start\n[APPLAUSE]\n{\\an8}It is "
       "<i>safe</i> &amp; dry.\n\n00:02.000 --> 00:03.000\n♪ la la ♪\n",
       "It is safe & dry."},
      {"line ends of other systems", "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nIt is\r\nsafe.\r\n", "It is safe."},
      {"no cue", "WEBVTT\n\n", ""},
      {"a tag that is never closed", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann\n3 < 4\n", "<v Ann 3 < 4"},
  };
  for (const CaptionsCase& one : cases) EXPECT_EQ(read_captions(one.captions), one.transcript) << one.what;
}

TEST(Captions, AreSeenByTheirFirstLines) {
  for (const std::string_view head : {"WEBVTT", "WEBVTT\n", "\xEF\xBB\xBFWEBVTT - Harbour\n", "WEBVTT\r\n", "1\n00:00:01,000 --> 00:00:02,000\nYes.",
                                      "\n1\r\n00:00:01,000 --> 00:00:02,000\r\n", "00:01.000 --> 00:02.000\n"})
    EXPECT_TRUE(looks_like_captions(head)) << head;
  for (const std::string_view head :
       {"", "WEBVTTs are files.", "1\n", "1\n2\n", "1", "1 --> 2", "10:00 The bridge --> closed", "12 masons\n00:00:01,000 --> 00:00:02,000\n", ": --> :"})
    EXPECT_FALSE(looks_like_captions(head)) << head;
}

}  // namespace
}  // namespace onrecord
