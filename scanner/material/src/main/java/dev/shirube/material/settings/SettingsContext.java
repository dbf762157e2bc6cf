package dev.shirube.material.settings;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.settings.table.SettingTables;
import dev.shirube.material.settings.value.SettingClaims;

/**
 * What reading a settings file needs beside its text.
 *
 * @param tables the products
 * @param registry names the algorithms
 * @param detector id of the detector
 * @param version its version
 * @param unit tells which files are scanned
 * @param location of the file that findings stand in
 */
record SettingsContext(
        SettingTables tables,
        AlgorithmRegistry registry,
        String detector,
        String version,
        ScanUnit unit,
        String location) {

    /** Claims about settings of that product. */
    SettingClaims claims(String product) {
        return new SettingClaims(detector, version, product, location, registry);
    }
}
