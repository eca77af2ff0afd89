#include "onrecord/text/composed_letters.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "onrecord/text/characters.h"

namespace onrecord {
namespace {

/// The letters that a mark goes with, each before the letter that both make: those of the Latin script in Unicode's
/// canonical decompositions (U+00C0 to U+024F, U+1E00 to U+1EFF).
struct LettersOfMark {
  char32_t mark;
  std::string_view letters;
};
constexpr LettersOfMark letters_of_marks[] = {
    {0x300, "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳÂẦÊỀÔỒÜǛâầêềôồüǜĂẰăằĒḔēḕŌṐōṑƠỜơờƯỪưừ"},  // grave accent
    {0x301,
     "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźÂẤÅǺÆǼÇḈÊẾÏḮÔỐÕṌØǾÜǗâấåǻæǽçḉêếïḯôốõṍøǿüǘĂẮăắĒḖēḗŌṒōṓŨṸũṹƠỚơớƯỨưứ"},  // acute accent
    {0x302, "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑẠẬạậẸỆẹệỌỘọộ"},                              // circumflex accent
    {0x303, "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹÂẪÊỄÔỖâẫêễôỗĂẴăẵƠỠơỡƯỮưữ"},                                      // tilde
    {0x304, "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳÄǞÆǢÕȬÖȪÜǕäǟæǣõȭöȫüǖǪǬǫǭȦǠȧǡȮȰȯȱḶḸḷḹṚṜṛṝ"},                          // macron
    {0x306, "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭȨḜȩḝẠẶạặ"},                                                              // breve
    {0x307, "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżŚṤśṥŠṦšṧſẛṢṨṣṩ"},  // dot above
    {0x308, "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿÕṎõṏŪṺūṻ"},                                                // diaeresis
    {0x309, "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨÊỂÔỔâẩêểôổĂẲăẳƠỞơởƯỬưử"},                                              // hook above
    {0x30A, "AÅUŮaåuůwẘyẙ"},                                                                                  // ring above
    {0x30B, "OŐUŰoőuű"},                                                                                      // double acute accent
    {0x30C, "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžÜǙüǚƷǮʒǯ"},                    // caron
    {0x30F, "AȀEȄIȈOȌRȐUȔaȁeȅiȉoȍrȑuȕ"},                                                                      // double grave accent
    {0x311, "AȂEȆIȊOȎRȒUȖaȃeȇiȋoȏrȓuȗ"},                                                                      // inverted breve
    {0x31B, "OƠUƯoơuư"},                                                                                      // horn
    {0x323, "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓƠỢơợƯỰưự"},          // dot below
    {0x324, "UṲuṳ"},                                                                                          // diaeresis below
    {0x325, "AḀaḁ"},                                                                                          // ring below
    {0x326, "SȘTȚsștț"},                                                                                      // comma below
    {0x327, "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"},                                                  // cedilla
    {0x328, "AĄEĘIĮOǪUŲaąeęiįoǫuų"},                                                                          // ogonek
    {0x32D, "DḒEḘLḼNṊTṰUṶdḓeḙlḽnṋtṱuṷ"},                                                                      // circumflex accent below
    {0x32E, "HḪhḫ"},                                                                                          // breve below
    {0x330, "EḚIḬUṴeḛiḭuṵ"},                                                                                  // tilde below
    {0x331, "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"},                                                            // macron below
};

}  // namespace

char32_t composed_letter(char32_t letter, char32_t mark) {
  const auto row = std::find_if(std::begin(letters_of_marks), std::end(letters_of_marks), [mark](const LettersOfMark& each) { return each.mark == mark; });
  if (row == std::end(letters_of_marks)) return letter;
  for (std::uint32_t offset = 0; offset < row->letters.size();) {
    const Character plain = character_at(row->letters, offset);
    const Character composed = character_at(row->letters, offset + plain.size);
    if (plain.code == letter) return composed.code;
    offset += plain.size + composed.size;
  }
  return letter;
}

}  // namespace onrecord
