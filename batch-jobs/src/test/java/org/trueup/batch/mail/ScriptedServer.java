package org.trueup.batch.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that answers as it is told, also what a proper one seldom says. */
final class ScriptedServer implements AutoCloseable {
    /** An answer after which the connection breaks. */
    static final String BREAK = "break";

    /** No answer, until the server is closed. */
    static final String SILENCE = "silence";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket server;

    ScriptedServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param command how the command begins; a full stop stands for the end of a message */
    ScriptedServer answers(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    /** The messages that it has whole, whatever it answered. */
    List<String> messages() {
        return messages;
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread thread = new Thread(() -> talk(socket), "scripted mail");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
            boolean goOn = say(out, "220 scripted");
            while (goOn) {
                String line = in.readLine();
                goOn = line != null && say(out, answer(line));
                if (goOn && "DATA".equals(line)) {
                    readMessage(in);
                    goOn = say(out, answer("."));
                }
            }
        } catch (IOException | InterruptedException e) {
            // the other side went away
        }
    }

    private void readMessage(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the message was broken off");
            }
            message.append(line).append('\n');
        }
        messages.add(message.toString());
    }

    private String answer(String line) {
        return answers.entrySet().stream()
                .filter(each -> line.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(line.equals("DATA") ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 fine");
    }

    private boolean say(Writer out, String answer) throws IOException, InterruptedException {
        if (answer.equals(SILENCE)) {
            closed.await();
        }
        if (answer.equals(SILENCE) || answer.equals(BREAK)) {
            return false;
        }
        out.write(answer + "\r\n");
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
