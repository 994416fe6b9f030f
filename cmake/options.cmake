# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries the warnings, the include root and the instrumentation.
add_library(countercheck_options INTERFACE)
target_include_directories(countercheck_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_features(countercheck_options INTERFACE cxx_std_20)
target_compile_options(countercheck_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual
    -Wformat=2 -Wimplicit-fallthrough -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 reports false positives inside its own std::string and std::optional at -O2 (PR105329, PR105651).
    target_compile_options(countercheck_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized )
endif()
if(COUNTERCHECK_SANITIZE)
    target_compile_options(countercheck_options INTERFACE -fsanitize=${COUNTERCHECK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(countercheck_options INTERFACE -fsanitize=${COUNTERCHECK_SANITIZE})
endif()
if(COUNTERCHECK_COVERAGE)
    target_compile_options(countercheck_options INTERFACE --coverage)
    target_link_options(countercheck_options INTERFACE --coverage)
endif()
target_compile_definitions(countercheck_options INTERFACE COUNTERCHECK_VERSION="${PROJECT_VERSION}")

option(COUNTERCHECK_PRECOMPILE "Precompile Qt Widgets' headers" ON)

# countercheck_library(<room> SOURCES … LINK …): one static library per room.
function(countercheck_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(countercheck_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(countercheck_${name} PUBLIC countercheck_options ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    # Qt Widgets' headers are most of what the window's files take to compile. A file still names what it includes:
    # COUNTERCHECK_PRECOMPILE=OFF builds without.
    if(COUNTERCHECK_PRECOMPILE AND "Qt6::Widgets" IN_LIST ARG_LINK)
        target_precompile_headers(countercheck_${name} PRIVATE <QtWidgets>)
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            target_compile_options(countercheck_${name} PRIVATE -fpch-preprocess) # ccache asks for it
        endif()
    endif()
endfunction()
