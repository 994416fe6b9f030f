# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package: "cpack -G DEB" in a build tree, once it is built. packaging/deb.sh does both.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME countercheck)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Countercheck maintainers <maintainers@countercheck.example>")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench that compares what news reports claim")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Several articles about one event go in. Countercheck reads out what can be
checked (figures, dates, names, quotes, and who says so), puts the claims
that answer the same question side by side, and shows where they contradict,
differ, sharpen each other or agree. A person records a verdict, another
person signs it off, and a summary goes out that keeps the disagreement.

Every result comes with a sentence that says how it was reached. Nothing
leaves the machine. It reads English and French, and figures and times in
German and Spanish.")
# What the programs link is found by dpkg-shlibdeps; what they load late is known here; what else they load or call when
# they run, and fonts, is named here: the packages that packaging/dependencies.sh lists under "run".
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, fonts-inter, poppler-utils")
countercheck_late_packages(late_packages)
if(late_packages)
    string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", ${late_packages}")
endif()
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "fonts-noto-core, qt6-wayland, qt6-translations-l10n, shared-mime-info, hicolor-icon-theme")

include(CPack)
