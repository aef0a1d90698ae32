package medflip.accounts.read.archive;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer of ours that becomes a part of another: its bytes count, its headers don't. */
final class Included extends HttpServletResponseWrapper {

    private static final int OK = 200;

    private final ServletOutputStream out;
    private int status = OK;

    Included(HttpServletResponse whole, OutputStream out) {
        super(whole);
        this.out = new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("A part is written at once");
            }

            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        };
    }

    boolean failed() {
        return status != OK;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public void sendError(int status) {
        this.status = status;
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        this.status = status;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void flushBuffer() {
        // The whole is flushed when it is.
    }

    @Override
    public void reset() {
        // Nothing of the whole may be taken back.
    }

    @Override
    public void resetBuffer() {
        // Nothing of the whole may be taken back.
    }

    @Override
    public void setContentType(@Nullable String type) {
        // The whole has its own.
    }

    @Override
    public void setCharacterEncoding(@Nullable String charset) {
        // The whole has its own.
    }

    @Override
    public void setContentLengthLong(long length) {
        // The whole has its own.
    }

    @Override
    public void setHeader(@Nullable String name, @Nullable String value) {
        // The whole has its own.
    }

    @Override
    public void addHeader(@Nullable String name, @Nullable String value) {
        // The whole has its own.
    }
}
