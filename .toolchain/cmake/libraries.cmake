# The libraries that Kith stands on, as targets kith_NAME, and the tables that code is made from. `.toolchain/enter` says
# where they are. Compiled ones are made from their sources, the same way for this
# machine and for WebAssembly; their headers are system headers to us.

foreach(variable KITH_CLDR KITH_IMGUI KITH_MBEDTLS KITH_PUGIXML KITH_RAPIDFUZZ KITH_SDL2 KITH_UTF8PROC KITH_ZLIB)
    if(NOT IS_DIRECTORY "$ENV{${variable}}")
        message(FATAL_ERROR "${variable} does not name a folder: run cmake through .toolchain/enter, and see its top about libraries of your own.")
    endif()
    set(${variable} "$ENV{${variable}}")
endforeach()

if(KITH_SANITIZERS)
    add_compile_options("-fsanitize=${KITH_SANITIZERS}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options("-fsanitize=${KITH_SANITIZERS}")
endif()

# Libraries of headers only. Each is seen through a folder that holds nothing else:
# /usr/include itself would bring this machine's C library into WebAssembly.
set(headers "$ENV{KITH_HEADERS}")
if(NOT headers)
    set(headers /usr/include)
endif()
foreach(library boost doctest)
    if(NOT IS_DIRECTORY "${headers}/${library}")
        message(FATAL_ERROR "${headers} has no ${library}: see the top of .toolchain/enter.")
    endif()
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/headers/${library}")
    file(CREATE_LINK "${headers}/${library}" "${CMAKE_BINARY_DIR}/headers/${library}/${library}" SYMBOLIC)
    add_library(kith_${library} INTERFACE)
    target_include_directories(kith_${library} SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/headers/${library}")
endforeach()
add_library(kith_rapidfuzz INTERFACE)
target_include_directories(kith_rapidfuzz SYSTEM INTERFACE "${KITH_RAPIDFUZZ}")
target_compile_definitions(kith_boost INTERFACE BOOST_NO_EXCEPTIONS)
target_compile_definitions(kith_doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)

# kith_library(NAME [SOURCES …] [HEADERS FOLDER …] [DEFINES …]): somebody else's code,
# compiled without our warnings. No source, no library: it waits until it is linked.
function(kith_library NAME)
    cmake_parse_arguments(PARSE_ARGV 1 LIBRARY "" "" "SOURCES;HEADERS;DEFINES")
    add_library(kith_${NAME} STATIC EXCLUDE_FROM_ALL ${LIBRARY_SOURCES})
    target_include_directories(kith_${NAME} SYSTEM PUBLIC ${LIBRARY_HEADERS})
    target_compile_definitions(kith_${NAME} PUBLIC ${LIBRARY_DEFINES})
    target_compile_options(kith_${NAME} PRIVATE -w)
endfunction()

kith_library(utf8proc SOURCES "${KITH_UTF8PROC}/utf8proc.c" HEADERS "${KITH_UTF8PROC}" DEFINES UTF8PROC_STATIC)

# XML without a schema, entities of its own or paths: nothing in a file can make it look elsewhere.
kith_library(pugixml SOURCES "${KITH_PUGIXML}/src/pugixml.cpp" HEADERS "${KITH_PUGIXML}/src"
    DEFINES PUGIXML_NO_EXCEPTIONS PUGIXML_NO_XPATH PUGIXML_NO_STL)

set(zlib_files adler32 compress crc32 deflate inffast inflate inftrees trees uncompr zutil)
list(TRANSFORM zlib_files REPLACE "(.+)" "${KITH_ZLIB}/\\1.c")
kith_library(zlib SOURCES ${zlib_files} HEADERS "${KITH_ZLIB}")

# Passphrases at the prompt. The page has the browser's own cryptography: nothing of this is in it.
set(mbedtls_files aes aesni block_cipher cipher cipher_wrap constant_time gcm md pkcs5 platform_util sha256)
list(TRANSFORM mbedtls_files REPLACE "(.+)" "${KITH_MBEDTLS}/library/\\1.c")
kith_library(mbedtls SOURCES ${mbedtls_files} HEADERS "${KITH_MBEDTLS}/include"
    DEFINES "MBEDTLS_CONFIG_FILE=\"${CMAKE_CURRENT_LIST_DIR}/mbedtls_config.h\"")
target_compile_options(kith_mbedtls PRIVATE -O2) # a passphrase is slow enough as it is

# Dear ImGui itself; src/widgets/imgui_config.h says how. Who draws it is not its business.
set(imgui_files imgui imgui_draw imgui_tables imgui_widgets)
list(TRANSFORM imgui_files REPLACE "(.+)" "${KITH_IMGUI}/\\1.cpp")
kith_library(imgui SOURCES ${imgui_files} HEADERS "${KITH_IMGUI}"
    DEFINES "IMGUI_USER_CONFIG=\"${CMAKE_SOURCE_DIR}/src/widgets/imgui_config.h\"")

if(NOT EMSCRIPTEN)
    return()
endif()

# SDL 2, as little of it as a canvas needs: windows and events. Emscripten's own port
# has the list of files that this one was cut down from.
set(sdl2_files
    SDL SDL_assert SDL_dataqueue SDL_error SDL_guid SDL_hints SDL_list SDL_log SDL_utils
    atomic/SDL_atomic atomic/SDL_spinlock cpuinfo/SDL_cpuinfo dynapi/SDL_dynapi
    events/SDL_clipboardevents events/SDL_displayevents events/SDL_dropevents events/SDL_events
    events/SDL_gesture events/SDL_keyboard events/SDL_keysym_to_scancode events/SDL_scancode_tables
    events/SDL_mouse events/SDL_quit events/SDL_touch events/SDL_windowevents file/SDL_rwops
    filesystem/emscripten/SDL_sysfilesystem loadso/dlopen/SDL_sysloadso locale/SDL_locale
    locale/emscripten/SDL_syslocale main/dummy/SDL_dummy_main misc/SDL_url misc/emscripten/SDL_sysurl
    power/SDL_power power/emscripten/SDL_syspower
    stdlib/SDL_crc16 stdlib/SDL_crc32 stdlib/SDL_getenv stdlib/SDL_iconv stdlib/SDL_malloc
    stdlib/SDL_qsort stdlib/SDL_stdlib stdlib/SDL_string stdlib/SDL_strtokr
    thread/SDL_thread thread/generic/SDL_syscond thread/generic/SDL_sysmutex
    thread/generic/SDL_syssem thread/generic/SDL_systhread thread/generic/SDL_systls
    timer/SDL_timer timer/unix/SDL_systimer
    video/SDL_clipboard video/SDL_pixels video/SDL_rect video/SDL_video
    video/emscripten/SDL_emscriptenevents video/emscripten/SDL_emscriptenmouse
    video/emscripten/SDL_emscriptenvideo)
list(TRANSFORM sdl2_files REPLACE "(.+)" "${KITH_SDL2}/src/\\1.c")
kith_library(sdl2 SOURCES ${sdl2_files} "${CMAKE_CURRENT_LIST_DIR}/sdl2_left_out.c"
    HEADERS "${KITH_SDL2}/include"
    DEFINES SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_RENDER_DISABLED=1)
target_compile_options(kith_sdl2 PRIVATE -fwrapv-pointer -Wno-error)

# What puts Dear ImGui on that canvas.
kith_library(imgui_backends
    SOURCES "${KITH_IMGUI}/backends/imgui_impl_sdl2.cpp" "${KITH_IMGUI}/backends/imgui_impl_opengl3.cpp"
    HEADERS "${KITH_IMGUI}/backends" DEFINES IMGUI_IMPL_OPENGL_ES3)
target_link_libraries(kith_imgui_backends PUBLIC kith_imgui kith_sdl2)
