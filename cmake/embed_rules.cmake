# Compiles the standard rules into the program: onrecord_embed_rules(TARGET FOLDER [ARTICLE...]) adds the source that
# src/embed_rules.cpp makes of the folder and the articles to a target, made anew when one of them changes.

set(embed_rules_sources ${PROJECT_SOURCE_DIR}/src/embed_rules.cpp ${PROJECT_SOURCE_DIR}/src/input/rule_files.cpp
    ${PROJECT_SOURCE_DIR}/src/unpack/byte_source.cpp ${PROJECT_SOURCE_DIR}/src/unpack/byte_layer.cpp)

function(onrecord_embed_rules target folder)
  add_executable(embed_rules ${embed_rules_sources})
  target_link_libraries(embed_rules PRIVATE onrecord_core onrecord_warnings)

  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*.toml ${folder}/*.txt ${folder}/*.tsv)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_images.cpp)
  add_custom_command(
    OUTPUT ${output} ${output}.bin
    COMMAND embed_rules ${output} ${folder} ${ARGN}
    DEPENDS embed_rules ${files} ${ARGN}
    COMMENT "Embedding the rules"
    VERBATIM)
  # The target may belong to another folder, which does not see how the source is made.
  add_custom_target(${target}_embedded_rules DEPENDS ${output})
  add_dependencies(${target} ${target}_embedded_rules)
  target_sources(${target} PRIVATE ${output})
endfunction()
