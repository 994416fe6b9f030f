# SPDX-License-Identifier: GPL-3.0-or-later
# countercheck_embed(<target> <symbol> <file>): puts a file's bytes into the program, found as
#   extern "C" const char <symbol>_begin[], <symbol>_end[];
# so that nothing has to be found at run time.
enable_language(ASM)
function(countercheck_embed target symbol file)
    get_filename_component(path ${file} ABSOLUTE)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S)
    configure_file(${CMAKE_SOURCE_DIR}/cmake/embed.S.in ${source} @ONLY)
    set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${path})
    target_sources(${target} PRIVATE ${source})
endfunction()
