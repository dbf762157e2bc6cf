package dev.shirube.endpoint.ssh;

import java.util.List;
import java.util.Optional;

/**
 * What one connection asks for.
 *
 * @param probe id, for example {@code kexinit}, {@code host-key/ssh-rsa}
 * @param hostKeyType type of the host key to be shown; empty for the one that a usual client would be shown
 * @param group sizes for a group exchange; empty where any key exchange will do
 */
record SshAsk(String probe, Optional<String> hostKeyType, Optional<GroupRequest> group) {
    static final String KEXINIT = "kexinit";

    /** The first connection. */
    static final SshAsk FIRST = new SshAsk(KEXINIT, Optional.empty(), Optional.empty());

    /** What to agree on with a server that offers that; nothing where we take part in none of its methods. */
    Optional<SshFlight.Agreed> agree(KexInit offered) {
        Optional<KexMethod> method = KexMethod.among(offered.keyExchanges(), group.isPresent());
        Optional<String> hostKey = hostKey(offered.hostKeys());
        return method.isPresent() && hostKey.isPresent()
                ? Optional.of(new SshFlight.Agreed(method.get(), hostKey.get()))
                : Optional.empty();
    }

    private Optional<String> hostKey(List<String> offered) {
        List<String> real = offered.stream()
                .filter(it -> !SshNames.HOST_KEYS.isAnnouncement(it))
                .toList();
        return hostKeyType.isPresent()
                ? real.stream()
                        .filter(it -> HostKey.typeOf(it).equals(hostKeyType.get()))
                        .findFirst()
                : SshNames.agreed(SshNames.HOST_KEYS.ofDefaultClient(), real)
                        .or(() -> real.stream().findFirst());
    }
}
