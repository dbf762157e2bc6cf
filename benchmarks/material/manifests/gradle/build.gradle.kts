dependencies {
    implementation("org.apache.sshd:sshd-core:2.15.0")
    implementation(libs.jose)
}
