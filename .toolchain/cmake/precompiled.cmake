# kith_precompile(OPTIONS FLAG…): sets OPTIONS to how files compiled with these flags (on top of the
# preset's) take the standard library in as read already, which halves the time they take.
#
# Where it is kept is the same for all checkouts, or the compiler cache would hold nothing for the next one.
# `.toolchain/enter` names the place; without one (a toolchain of one's own), and where KITH_PRECOMPILE is off,
# every file reads its headers itself: the release preset, so that one that lacks an #include is found.
option(KITH_PRECOMPILE "Read the standard library's headers once for all files" ON)

set(precompiled_headers
    algorithm array charconv chrono cmath cstdint cstdlib cstring deque expected functional map memory optional
    set span string string_view tuple unordered_map utility vector
    boost/unordered/unordered_flat_map.hpp boost/unordered/unordered_flat_set.hpp)

function(kith_precompile OPTIONS)
    set(place "$ENV{KITH_PRECOMPILED}")
    if(NOT KITH_PRECOMPILE OR NOT place)
        set(${OPTIONS} "" PARENT_SCOPE)
        return()
    endif()
    separate_arguments(command UNIX_COMMAND
        "${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_RELEASE} ${CMAKE_CXX${CMAKE_CXX_STANDARD}_STANDARD_COMPILE_OPTION}")
    list(FILTER command EXCLUDE REGEX "^-ffile-prefix-map=") # a checkout's own, and of no matter here
    get_property(directory_options DIRECTORY PROPERTY COMPILE_OPTIONS)
    list(APPEND command ${directory_options} ${ARGN} -DBOOST_NO_EXCEPTIONS -isystem "${place}/headers"
        -x c++-header -fpch-instantiate-templates -Xclang -fno-pch-timestamp)
    list(TRANSFORM precompiled_headers REPLACE "(.+)" "#include <\\1>" OUTPUT_VARIABLE text)
    list(JOIN text "\n" text)
    string(SHA256 key "${CMAKE_CXX_COMPILER} ${command}\n${text}")
    string(SUBSTRING "${key}" 0 12 key)
    set(precompiled "${place}/${key}.pch")
    if(NOT EXISTS "${precompiled}")
        file(MAKE_DIRECTORY "${place}/headers")
        file(CREATE_LINK "${headers}/boost" "${place}/headers/boost" SYMBOLIC)
        file(WRITE "${place}/${key}.h" "${text}\n")
        string(RANDOM LENGTH 8 new) # another checkout may be at it
        execute_process(COMMAND "${CMAKE_CXX_COMPILER}" ${command} "${place}/${key}.h" -o "${precompiled}.${new}"
            COMMAND_ERROR_IS_FATAL ANY)
        file(RENAME "${precompiled}.${new}" "${precompiled}")
    endif()
    set(${OPTIONS} "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -include-pch -Xclang ${precompiled}>" PARENT_SCOPE)
endfunction()
