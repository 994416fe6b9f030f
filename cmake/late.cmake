# SPDX-License-Identifier: GPL-3.0-or-later
# countercheck_late(<target> <library>…): links a library that most starts do not need, so that it is loaded with the
# first call of one of its functions and not before the window can be seen.
#
# The dynamic linker has no such thing of its own. Here each function of the library gets an entry of a few instructions
# that is found under its name: it jumps to the function, and has it looked up the first time (cmake/late.cpp). Sources
# do not know of it; headers and options stay those of the library. A library's variables cannot be had so: a program
# that uses one does not link, and then the library has to be linked as usual. So it is on processors that the entries
# are not written for, and with sanitizers, which want to know all libraries from the start.
#
# A program's dynamic section no longer tells what it needs; countercheck_late_packages() does, for the Debian package.
set(late_default OFF)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64" AND NOT COUNTERCHECK_SANITIZE)
    set(late_default ON)
endif()
option(COUNTERCHECK_LATE "Load what reads and writes formats with its first use" ${late_default})
set(late_loaded_anyway glib-2.0 z) # Qt brings them along

if(COUNTERCHECK_LATE)
    add_library(countercheck_late_loading STATIC ${CMAKE_SOURCE_DIR}/cmake/late.cpp)
    target_link_libraries(countercheck_late_loading PRIVATE countercheck_options PUBLIC ${CMAKE_DL_LIBS})
endif()

# The entries for the functions of one library file; found as target late_<name>.
function(countercheck_late_entries file name)
    if(TARGET late_${name})
        return()
    endif()
    execute_process(COMMAND ${CMAKE_NM} -D --defined-only -f posix ${file} OUTPUT_VARIABLE symbols
                    COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${CMAKE_OBJDUMP} -p ${file} OUTPUT_VARIABLE head COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX MATCH "SONAME +([^ \n]+)" soname "${head}")
    set(soname ${CMAKE_MATCH_1})
    # Not the weak ones: those are templates' and inline functions, which every program has of its own.
    string(REGEX MATCHALL "[^\n ]+ [Ti] " functions "${symbols}")
    list(TRANSFORM functions REPLACE "@.*| [Ti] $" "")
    list(REMOVE_DUPLICATES functions)
    list(FILTER functions EXCLUDE REGEX "^_(init|fini)$")
    set(entries "")
    set(number 0)
    foreach(function IN LISTS functions)
        string(APPEND entries "LATE ${function} ${number}\n")
        math(EXPR number "${number} + 1")
    endforeach()
    string(MAKE_C_IDENTIFIER ${name} id)
    set(source ${CMAKE_BINARY_DIR}/late/${name}.S)
    configure_file(${CMAKE_SOURCE_DIR}/cmake/late.S.in ${source} @ONLY)
    add_library(late_${name} STATIC ${source})
    target_link_libraries(late_${name} PUBLIC countercheck_late_loading)
    file(REAL_PATH ${file} real)
    set_property(GLOBAL APPEND PROPERTY countercheck_late_files ${real})
endfunction()

function(countercheck_late target)
    foreach(library IN LISTS ARGN)
        if(NOT COUNTERCHECK_LATE)
            target_link_libraries(${target} PRIVATE ${library})
            continue()
        endif()
        get_target_property(files ${library} INTERFACE_LINK_LIBRARIES)
        get_target_property(type ${library} TYPE)
        if(NOT type STREQUAL "INTERFACE_LIBRARY")
            get_target_property(files ${library} LOCATION)
        endif()
        get_target_property(headers ${library} INTERFACE_INCLUDE_DIRECTORIES)
        if(headers)
            target_include_directories(${target} SYSTEM PRIVATE ${headers})
        endif()
        foreach(property COMPILE_OPTIONS COMPILE_DEFINITIONS)
            get_target_property(had ${library} INTERFACE_${property})
            if(had)
                set_property(TARGET ${target} APPEND PROPERTY ${property} ${had})
            endif()
        endforeach()
        foreach(file IN LISTS files)
            string(REGEX REPLACE "^.*/lib([^/]+)\\.so.*$" "\\1" name "${file}")
            if(NOT IS_ABSOLUTE "${file}" OR NOT EXISTS "${file}" OR name IN_LIST late_loaded_anyway)
                target_link_libraries(${target} PRIVATE ${file})
            else()
                countercheck_late_entries(${file} ${name})
                target_link_libraries(${target} PRIVATE late_${name})
            endif()
        endforeach()
    endforeach()
endfunction()

# The Debian packages that what is loaded late comes from, as a list for "Depends"; empty where there is no dpkg.
function(countercheck_late_packages result)
    get_property(files GLOBAL PROPERTY countercheck_late_files)
    set(packages "")
    find_program(DPKG_QUERY dpkg-query)
    if(files AND DPKG_QUERY)
        execute_process(COMMAND ${DPKG_QUERY} --search ${files} OUTPUT_VARIABLE owners ERROR_QUIET)
        string(REGEX MATCHALL "(^|\n)[a-z0-9.+-]+" packages "${owners}")
        list(TRANSFORM packages STRIP)
        list(REMOVE_DUPLICATES packages)
        list(SORT packages)
    endif()
    list(JOIN packages ", " packages)
    set(${result} "${packages}" PARENT_SCOPE)
endfunction()
