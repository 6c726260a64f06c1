# kith_room(NAME [LINKS …] [USES …]): the room in the current folder, as target kith_NAME.
#
# LINKS are rooms and libraries that its headers may show to those who link it; USES
# are libraries that stay in its .cpp files. Both are names without "kith_".
#
# A room is seen only through a folder of its own that holds one link to it, so
# `#include "model/schema.h"` compiles for those who link model and for nobody else.
# A room without .cpp files yet is a library of headers.

add_library(kith_own INTERFACE) # how our own code is compiled
target_compile_options(kith_own INTERFACE
    -Werror -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -Wno-missing-designated-field-initializers) # what is left out has its default
kith_precompile(precompiled)

function(kith_room NAME)
    cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "LINKS;USES")
    list(TRANSFORM ROOM_LINKS PREPEND kith_)
    list(TRANSFORM ROOM_USES PREPEND kith_)
    kith_window("${NAME}")
    file(GLOB sources CONFIGURE_DEPENDS *.cpp)
    if(sources)
        add_library(kith_${NAME} STATIC ${sources})
        target_link_libraries(kith_${NAME} PUBLIC ${ROOM_LINKS} PRIVATE ${ROOM_USES} kith_own)
        target_compile_options(kith_${NAME} PRIVATE ${precompiled})
        target_include_directories(kith_${NAME} PUBLIC "${CMAKE_BINARY_DIR}/rooms/${NAME}")
    else()
        add_library(kith_${NAME} INTERFACE)
        target_link_libraries(kith_${NAME} INTERFACE ${ROOM_LINKS})
        target_include_directories(kith_${NAME} INTERFACE "${CMAKE_BINARY_DIR}/rooms/${NAME}")
    endif()
endfunction()

# The folder through which a room is seen.
function(kith_window NAME)
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/rooms/${NAME}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/rooms/${NAME}/${NAME}" SYMBOLIC)
endfunction()

# kith_program(NAME FOLDER [LINKS …] [FLAGS …]): an executable from every .cpp file in FOLDER
# and below, compiled with these flags on top of the preset's; does nothing while there is
# none. With Emscripten it is a script for Node that sees the machine's files. Look at
# `if(TARGET NAME)` to add to it.
function(kith_program NAME FOLDER)
    cmake_parse_arguments(PARSE_ARGV 2 PROGRAM "" "" "LINKS;FLAGS")
    list(TRANSFORM PROGRAM_LINKS PREPEND kith_)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${FOLDER}/*.cpp")
    if(NOT sources)
        return()
    endif()
    add_executable(${NAME} ${sources})
    target_link_libraries(${NAME} PRIVATE ${PROGRAM_LINKS} kith_own)
    kith_precompile(options ${PROGRAM_FLAGS})
    target_compile_options(${NAME} PRIVATE ${PROGRAM_FLAGS} ${options})
    if(EMSCRIPTEN)
        target_link_options(${NAME} PRIVATE
            -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB -sEXIT_RUNTIME=1)
    endif()
endfunction()
