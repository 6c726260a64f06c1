# kith_border(TARGET [PART] SCRIPT…): links these scripts of this folder into a program, held against border.h, which
# the program includes as "browser/border.h". With PART they need not be all that there are. See border.mjs.

find_program(KITH_NODE node REQUIRED)
set(KITH_BORDER "${CMAKE_CURRENT_LIST_DIR}" CACHE INTERNAL "where border.h is")

function(kith_border TARGET)
    cmake_parse_arguments(PARSE_ARGV 1 BORDER "PART" "" "")
    set(scripts ${BORDER_UNPARSED_ARGUMENTS})
    set(out "${CMAKE_CURRENT_BINARY_DIR}/border")
    set(part "")
    if(BORDER_PART)
        set(part --part)
    endif()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${KITH_BORDER}/*.cpp" "${KITH_BORDER}/*.h")
    add_custom_command(OUTPUT "${out}/border.js" "${out}/border.exports" "${out}/border.cpp"
        DEPENDS "${KITH_BORDER}/border.mjs" ${sources} ${scripts} DEPFILE "${out}/border.d"
        COMMAND "${KITH_NODE}" "${KITH_BORDER}/border.mjs" ${part} --include "${CMAKE_SOURCE_DIR}/src"
            --acorn "${EMSCRIPTEN_ROOT_PATH}" "${KITH_BORDER}/border.h" "${out}" ${scripts}
        COMMENT "Holding the scripts of ${TARGET} against border.h" VERBATIM)
    target_sources(${TARGET} PRIVATE "${out}/border.cpp")
    cmake_path(GET KITH_BORDER PARENT_PATH shell)
    target_include_directories(${TARGET} PRIVATE "${shell}") # this folder itself has a locale.h
    target_link_options(${TARGET} PRIVATE "-sEXPORTED_FUNCTIONS=@${out}/border.exports")
    list(PREPEND scripts "${out}/border.js")
    foreach(script IN LISTS scripts)
        target_link_options(${TARGET} PRIVATE "SHELL:--js-library ${script}")
    endforeach()
    set_property(TARGET ${TARGET} APPEND PROPERTY LINK_DEPENDS "${out}/border.exports" ${scripts})
endfunction()
