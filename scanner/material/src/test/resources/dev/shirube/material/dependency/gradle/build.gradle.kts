val bc = "1.78.1"
dependencies {
    // implementation("com.auth0:java-jwt:1.0.0")
    implementation("org.bouncycastle:bcprov-jdk18on:$bc")
    implementation("org.bouncycastle:bcpkix-jdk18on:${bcpkixVersion}")
    implementation("com.nimbusds:nimbus-jose-jwt:9.+")
    implementation("com.hierynomus:sshj:[0.30,0.40)")
    implementation("org.conscrypt:conscrypt-openjdk-uber:$unknown")
    api("io.jsonwebtoken:jjwt-api")
    testImplementation("com.auth0:java-jwt:4.4.0")
}
