# Tests that run the program, and those that read the sources: a case in cli/ is a test.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

file(GLOB cases CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cli/*/cmd)
foreach(command ${cases})
  get_filename_component(case ${command} DIRECTORY)
  get_filename_component(name ${case} NAME)
  add_test(NAME cli.${name} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/cli/run.py $<TARGET_FILE:onrecord> ${case})
  set_tests_properties(cli.${name} PROPERTIES TIMEOUT 300)
endforeach()

if(ONRECORD_STATIC_LIBRARIES AND NOT ONRECORD_SANITIZE)
  add_test(NAME libraries COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/check_libraries.py $<TARGET_FILE:onrecord>)
endif()
add_test(NAME install COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/install.py ${CMAKE_COMMAND} ${PROJECT_BINARY_DIR} $<TARGET_FILE:onrecord>
  ${PROJECT_SOURCE_DIR}/examples/harbour-ferry.txt)
add_test(NAME layers COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/check_layers.py ${PROJECT_SOURCE_DIR})
add_test(NAME layout COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/check_layout.py ${PROJECT_SOURCE_DIR})
set_tests_properties(layout PROPERTIES SKIP_RETURN_CODE 77)
# The figures of `evaluate`, and the floors of the articles marked up by hand.
add_test(NAME evaluate.agreement COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/evaluate/agreement.py $<TARGET_FILE:onrecord>)
foreach(half development held-out)
  add_test(NAME gold.${half} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/gold/floors.py $<TARGET_FILE:onrecord> ${half})
endforeach()
# The same articles with other marks, white space and line breaks.
add_test(NAME layouts COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/layouts.py $<TARGET_FILE:onrecord>)
# Each word of the lists in plain sentences.
add_test(NAME every_word COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/every_word.py $<TARGET_FILE:onrecord>)
# Short passages: who is quoted, who is meant, how claims are meant.
add_test(NAME every_passage COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/every_passage.py $<TARGET_FILE:onrecord>)
# Plain sentences of many shapes.
add_test(NAME every_shape COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/every_shape.py $<TARGET_FILE:onrecord>)
# Articles of every layout.
add_test(NAME every_layout COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/every_layout.py $<TARGET_FILE:onrecord>)
add_test(NAME program_names COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/check_program_names.py ${PROJECT_SOURCE_DIR})
add_test(NAME broken_rules COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/rules/broken.py $<TARGET_FILE:onrecord>)

# Pages whose commands are run.
foreach(page rules)
  add_test(NAME docs.${page} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/docs/run.py $<TARGET_FILE:onrecord> ${PROJECT_SOURCE_DIR}/docs/${page}.md)
endforeach()
# How well the articles of pages are found.
add_test(NAME pages COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/pages/measure.py $<TARGET_FILE:onrecord> --check)
# Few rounds here; './dev kill' has more.
add_test(NAME kill_and_resume COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/kill_and_resume.py $<TARGET_FILE:onrecord> 3 400)

# The examples of loading records say what stands beside them; where a program cannot be had, its test is skipped.
file(GLOB loading_examples CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/examples/loading/with_*.sh ${PROJECT_SOURCE_DIR}/examples/loading/with_*.py)
foreach(script ${loading_examples})
  get_filename_component(name ${script} NAME_WE)
  add_test(NAME loading.${name} COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/example.py $<TARGET_FILE:onrecord> ${script})
  set_tests_properties(loading.${name} PROPERTIES SKIP_RETURN_CODE 77)
endforeach()
