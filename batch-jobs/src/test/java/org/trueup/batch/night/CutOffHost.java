package org.trueup.batch.night;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A host of its own, made of a network namespace, from which a port of this one is reached through a link that can be cut.
 * Needs root and iproute2.
 */
final class CutOffHost implements AutoCloseable {
    private final String name;
    private final String near;
    private final ServerSocket door;

    private CutOffHost(String name, String near, ServerSocket door) {
        this.name = name;
        this.near = near;
        this.door = door;
    }

    /** Whether this machine lets us make namespaces. */
    static boolean canBeMade() {
        String probe = "trueup" + ProcessHandle.current().pid() + "p";
        try {
            ip("netns", "add", probe);
            ip("netns", "delete", probe);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @param number tells hosts of one test apart, 1 to 200 */
    static CutOffHost make(int number, int port) throws IOException {
        String name = "trueup" + ProcessHandle.current().pid() + "n" + number;
        String near = "tu" + number + "near";
        String far = "tu" + number + "far";
        ip("netns", "add", name);
        ip("link", "add", near, "type", "veth", "peer", "name", far);
        ip("link", "set", far, "netns", name);
        ip("addr", "add", address(number, 1) + "/30", "dev", near);
        ip("link", "set", near, "up");
        ip("-n", name, "addr", "add", address(number, 2) + "/30", "dev", far);
        ip("-n", name, "link", "set", far, "up");
        ip("-n", name, "link", "set", "lo", "up");
        ServerSocket door = new ServerSocket();
        door.bind(new InetSocketAddress(InetAddress.getByName(address(number, 1)), port));
        CutOffHost host = new CutOffHost(name, near, door);
        begin(() -> host.letIn(port));
        return host;
    }

    private static String address(int number, int end) {
        return "10.231." + number + "." + end;
    }

    /** A URL of this machine as it is on the host. */
    String url(String here) {
        return here.replace("127.0.0.1", door.getInetAddress().getHostAddress());
    }

    /** What stands before a command that is to run there. */
    List<String> command() {
        return List.of("ip", "netns", "exec", name);
    }

    void cut() throws IOException {
        ip("link", "set", near, "down");
    }

    void mend() throws IOException {
        ip("link", "set", near, "up");
    }

    private void letIn(int port) throws IOException {
        while (!door.isClosed()) {
            Socket outside = door.accept();
            Socket inside = new Socket(InetAddress.getLoopbackAddress(), port);
            begin(() -> pass(outside, inside));
            begin(() -> pass(inside, outside));
        }
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
    }

    /** What goes through sockets, until they break. */
    @FunctionalInterface
    private interface Traffic {
        void flow() throws IOException;
    }

    private static void begin(Traffic traffic) {
        Thread thread = new Thread(() -> {
            try {
                traffic.flow();
            } catch (IOException broken) {
                // as networks do
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void ip(String... arguments) throws IOException {
        ProcessBuilder command = new ProcessBuilder("ip");
        command.command().addAll(List.of(arguments));
        Process process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("ip " + String.join(" ", arguments) + " does not work here");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        ip("link", "delete", near);
        ip("netns", "delete", name);
    }
}
