# SPDX-License-Identifier: GPL-3.0-or-later
# countercheck_translation(<target> <language> <symbol>): compiles resources/translations/countercheck_<language>.ts and
# embeds it under <symbol>. Only Qt's two translation programs are asked for, not its designer's development files.
# The target "translations" brings every .ts up to date with the sources; what is new is "unfinished" there.
get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
get_filename_component(qt_programs ${qmake} DIRECTORY)
set(translation_programs ${qt_programs} ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS})
find_program(LRELEASE NAMES lrelease lrelease-qt6 HINTS ${translation_programs} REQUIRED)
find_program(LUPDATE NAMES lupdate lupdate-qt6 HINTS ${translation_programs})

function(countercheck_translation target language symbol)
    set(words ${CMAKE_SOURCE_DIR}/resources/translations/countercheck_${language}.ts)
    set(compiled ${CMAKE_CURRENT_BINARY_DIR}/countercheck_${language}.qm)
    add_custom_command(OUTPUT ${compiled}
        COMMAND ${LRELEASE} -silent ${words} -qm ${compiled}
        DEPENDS ${words} VERBATIM)
    countercheck_embed(${target} ${symbol} ${compiled})
    if(LUPDATE)
        if(NOT TARGET translations)
            add_custom_target(translations)
        endif()
        add_custom_target(translations_${language}
            COMMAND ${LUPDATE} -I . -locations none -no-obsolete ui app/window -ts ${words}
            WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
        add_dependencies(translations translations_${language})
    endif()
endfunction()
