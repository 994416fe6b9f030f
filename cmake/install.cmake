# SPDX-License-Identifier: GPL-3.0-or-later
# What "cmake --install" puts where: programs, desktop entry, type and icons of a case, man pages, completions, manual.
include(GNUInstallDirs)
set(COUNTERCHECK_APP_ID "example.countercheck.Countercheck" CACHE STRING
    "Id under which stores know the program: a domain of the publisher, backwards")
set(COUNTERCHECK_ADDRESS "https://countercheck.example" CACHE STRING
    "Where the publisher puts the home page and screenshots/, without a slash at the end")
set(COUNTERCHECK_RELEASE_DATE "2026-11-21") # of PROJECT_VERSION; RELEASING.md

set(packaging ${CMAKE_SOURCE_DIR}/packaging)
set(made ${CMAKE_BINARY_DIR}/packaging)
foreach(program countercheck countercheck-cli countercheck-cases)
    target_link_options(${program} PRIVATE -Wl,-z,relro,-z,now) # nothing can be bent once it runs
endforeach()
install(TARGETS countercheck-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS countercheck-cases RUNTIME DESTINATION libexec/countercheck) # app/cli/front.cpp looks for it there

# Width and height of a PNG stand in its header, at byte 16.
function(countercheck_png_size file prefix)
    file(READ ${file} header OFFSET 16 LIMIT 8 HEX)
    string(SUBSTRING ${header} 0 8 width)
    string(SUBSTRING ${header} 8 8 height)
    math(EXPR width "0x${width}")
    math(EXPR height "0x${height}")
    set(${prefix}_width ${width} PARENT_SCOPE)
    set(${prefix}_height ${height} PARENT_SCOPE)
endfunction()
countercheck_png_size(${CMAKE_SOURCE_DIR}/resources/screenshots/workbench-light.png light)
countercheck_png_size(${CMAKE_SOURCE_DIR}/resources/screenshots/workbench-dark.png dark)
configure_file(${packaging}/desktop/countercheck.metainfo.xml.in
    ${made}/${COUNTERCHECK_APP_ID}.metainfo.xml @ONLY)
install(FILES ${packaging}/desktop/countercheck.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${made}/${COUNTERCHECK_APP_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${packaging}/desktop/countercheck.mime.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME countercheck.xml)

set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${packaging}/icons/countercheck.svg DESTINATION ${icons}/scalable/apps)
install(FILES ${packaging}/icons/application-x-countercheck.svg DESTINATION ${icons}/scalable/mimetypes)
foreach(size 48 128 256)
    install(FILES ${packaging}/icons/${size}/countercheck.png DESTINATION ${icons}/${size}x${size}/apps)
    install(FILES ${packaging}/icons/${size}/application-x-countercheck.png
        DESTINATION ${icons}/${size}x${size}/mimetypes)
endforeach()

# Man pages. What the one of countercheck-cli says of commands and options comes from the program's --help.
configure_file(${packaging}/man/countercheck.1.in ${made}/countercheck.1 @ONLY)
configure_file(${packaging}/man/countercheck-cli.1.in ${made}/countercheck-cli.1.in @ONLY)
find_program(BASH bash REQUIRED)
find_program(GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${made}/countercheck-cli.1
    COMMAND ${BASH} ${packaging}/man/cli-page.sh $<TARGET_FILE:countercheck-cli> ${made}/countercheck-cli.1.in
            > ${made}/countercheck-cli.1.part
    COMMAND ${CMAKE_COMMAND} -E rename ${made}/countercheck-cli.1.part ${made}/countercheck-cli.1
    DEPENDS countercheck-cli ${packaging}/man/cli-page.sh ${made}/countercheck-cli.1.in VERBATIM)

# Debian compresses these, always to the same bytes (-n keeps the time out).
set(compressed)
function(countercheck_compressed from to)
    add_custom_command(OUTPUT ${made}/${to}
        COMMAND ${GZIP} -9nc ${from} > ${made}/${to}
        DEPENDS ${from} VERBATIM)
    set(compressed ${compressed} ${made}/${to} PARENT_SCOPE)
endfunction()
countercheck_compressed(${made}/countercheck.1 countercheck.1.gz)
countercheck_compressed(${made}/countercheck-cli.1 countercheck-cli.1.gz)
countercheck_compressed(${packaging}/debian/changelog changelog.gz)
countercheck_compressed(${CMAKE_SOURCE_DIR}/CHANGELOG.md NEWS.gz)
add_custom_target(countercheck_pages ALL DEPENDS ${compressed})
install(FILES ${made}/countercheck.1.gz ${made}/countercheck-cli.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/NEWS.gz ${made}/changelog.gz ${packaging}/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

install(FILES ${packaging}/completion/countercheck.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME countercheck)
install(FILES ${packaging}/completion/countercheck.bash
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME countercheck-cli)
install(FILES ${packaging}/completion/_countercheck DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${packaging}/completion/countercheck.fish ${packaging}/completion/countercheck-cli.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# The manual that the window shows, for a browser.
install(DIRECTORY ${CMAKE_SOURCE_DIR}/resources/manual/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/html
    FILES_MATCHING PATTERN "*.html" PATTERN "*.css" PATTERN "*.png")

install(FILES ${packaging}/debian/doc-base DESTINATION ${CMAKE_INSTALL_DATADIR}/doc-base RENAME countercheck)
install(FILES ${packaging}/debian/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides
    RENAME countercheck)

include(cmake/package.cmake)
