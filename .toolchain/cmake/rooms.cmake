# kith_room(NAME [LINKS …] [USES …]): the room in src/NAME, as target kith_NAME. A folder within a room is
# a room of its own, named with its path: kith_room(exchange/vcard …) is src/exchange/vcard, as target
# kith_exchange_vcard. A room of folders lists them in its CMakeLists.txt from the bottom up, and itself
# last, so that the file reads as a plan of the room:
#
#     kith_room(exchange/cards LINKS model)
#     kith_room(exchange/vcard LINKS exchange/cards)
#     kith_room(exchange LINKS exchange/cards exchange/vcard)  # for those who may look into all of it
#
# LINKS are rooms and libraries that its headers may show to those who link it; USES
# are libraries that stay in its .cpp files. Both are names without "kith_".
#
# A room is seen only through a window: a folder of its own that holds one link to it, so
# `#include "model/schema.h"` compiles for those who link model and for nobody else. A room's window
# shows none of its folders: `#include "exchange/vcard/reader.h"` wants exchange/vcard among the LINKS,
# of the room itself too where it has files beside its folders.
# A room without .cpp files yet is a library of headers.

add_library(kith_own INTERFACE) # how our own code is compiled
target_compile_options(kith_own INTERFACE
    -Werror -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -Wno-missing-designated-field-initializers) # what is left out has its default
kith_precompile(precompiled)

function(kith_room NAME)
    cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "LINKS;USES")
    foreach(list IN ITEMS ROOM_LINKS ROOM_USES)
        list(TRANSFORM ${list} REPLACE "/" "_")
        list(TRANSFORM ${list} PREPEND kith_)
    endforeach()
    string(REPLACE "/" "_" target "${NAME}")
    kith_window("${NAME}" window)
    file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${NAME}/*.cpp")
    if(sources)
        add_library(kith_${target} STATIC ${sources})
        target_link_libraries(kith_${target} PUBLIC ${ROOM_LINKS} PRIVATE ${ROOM_USES} kith_own)
        target_compile_options(kith_${target} PRIVATE ${precompiled})
        target_include_directories(kith_${target} PUBLIC "${window}")
    else()
        add_library(kith_${target} INTERFACE)
        target_link_libraries(kith_${target} INTERFACE ${ROOM_LINKS})
        target_include_directories(kith_${target} INTERFACE "${window}")
    endif()
endfunction()

# kith_window(NAME WINDOW): sets WINDOW to the folder through which a room is seen. Of a room with folders
# it holds a link to each header, since one to the room would show its folders too.
function(kith_window NAME WINDOW)
    set(room "${PROJECT_SOURCE_DIR}/src/${NAME}")
    string(REPLACE "/" "_" window "${NAME}")
    set(window "${CMAKE_BINARY_DIR}/rooms/${window}")
    set(${WINDOW} "${window}" PARENT_SCOPE)
    file(REMOVE_RECURSE "${window}")
    file(GLOB folders CONFIGURE_DEPENDS LIST_DIRECTORIES true "${room}/*")
    list(FILTER folders EXCLUDE REGEX "\\.[a-z]+$")
    if(NOT folders)
        cmake_path(GET NAME PARENT_PATH parent)
        file(MAKE_DIRECTORY "${window}/${parent}")
        file(CREATE_LINK "${room}" "${window}/${NAME}" SYMBOLIC)
        return()
    endif()
    file(MAKE_DIRECTORY "${window}/${NAME}")
    file(GLOB headers CONFIGURE_DEPENDS "${room}/*.h")
    foreach(header IN LISTS headers)
        cmake_path(GET header FILENAME file)
        file(CREATE_LINK "${header}" "${window}/${NAME}/${file}" SYMBOLIC)
    endforeach()
endfunction()

# kith_program(NAME FOLDER [LINKS …] [FLAGS …]): an executable from every .cpp file in FOLDER
# and below, compiled with these flags on top of the preset's; does nothing while there is
# none. With Emscripten it is a script for Node that sees the machine's files. Look at
# `if(TARGET NAME)` to add to it.
function(kith_program NAME FOLDER)
    cmake_parse_arguments(PARSE_ARGV 2 PROGRAM "" "" "LINKS;FLAGS")
    list(TRANSFORM PROGRAM_LINKS REPLACE "/" "_")
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
