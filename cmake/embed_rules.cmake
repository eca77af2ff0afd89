# Makes a C++ source of the standard rules, so that the program needs no other file.
#
# Included: onrecord_embed_rules(TARGET FOLDER) adds the source to a target, made anew when a rule file changes.
# As a script: cmake -D FOLDER=… -D OUTPUT=… -P embed_rules.cmake writes it.

set(embed_rules_script ${CMAKE_CURRENT_LIST_FILE})
set(embed_rules_patterns *.toml *.txt *.tsv)

function(onrecord_embed_rules target folder)
  list(TRANSFORM embed_rules_patterns PREPEND ${folder}/ OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${patterns})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${folder} -D OUTPUT=${output} -P ${embed_rules_script}
    DEPENDS ${files} ${embed_rules_script}
    COMMENT "Embedding the rules"
    VERBATIM)
  # The target may belong to another folder, which does not see how the source is made.
  add_custom_target(${target}_embedded_rules DEPENDS ${output})
  add_dependencies(${target} ${target}_embedded_rules)
  target_sources(${target} PRIVATE ${output})
endfunction()

# Compilers want no string literal above some thousand bytes, and no character cut in two: pieces of whole lines.
function(append_pieces text output)
  set(most 8000)
  string(LENGTH "${text}" rest)
  while(rest GREATER most)
    string(SUBSTRING "${text}" 0 ${most} piece)
    string(FIND "${piece}" "\n" last_line_end REVERSE)
    if(last_line_end EQUAL -1)
      string(FIND "${text}" "\n" last_line_end)
    endif()
    if(last_line_end EQUAL -1)
      break()
    endif()
    math(EXPR size "${last_line_end} + 1")
    string(SUBSTRING "${text}" 0 ${size} piece)
    string(SUBSTRING "${text}" ${size} -1 text)
    string(LENGTH "${text}" rest)
    file(APPEND ${output} "\n     R\"rule_text(${piece})rule_text\"")
  endwhile()
  file(APPEND ${output} "\n     R\"rule_text(${text})rule_text\"")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  list(TRANSFORM embed_rules_patterns PREPEND ${FOLDER}/)
  file(GLOB_RECURSE files RELATIVE ${FOLDER} ${embed_rules_patterns})
  list(SORT files)
  set(new ${OUTPUT}.new)
  file(WRITE ${new} "// Made by cmake/embed_rules.cmake from the files in rules/.\n#include \"onrecord/input/rule_files.h\"\n\nnamespace onrecord {\n\nstd::vector<RuleFile> embedded_rules() {\n  return {\n")
  foreach(file IN LISTS files)
    file(READ ${FOLDER}/${file} text)
    file(APPEND ${new} "    {\"${file}\",")
    append_pieces("${text}" ${new})
    file(APPEND ${new} "},\n")
  endforeach()
  file(APPEND ${new} "  };\n}\n\n}  // namespace onrecord\n")
  file(RENAME ${new} ${OUTPUT})
endif()
