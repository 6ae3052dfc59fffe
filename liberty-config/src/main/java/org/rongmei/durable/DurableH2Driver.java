// SPDX-License-Identifier: Apache-2.0
package org.rongmei.durable;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * H2 for {@code jdbc:durable-h2:…} URLs. H2's defaults acknowledge commits that a kill or a power cut then loses: it
 * writes half a second later, and it never asks the operating system to sync. Here a commit returns after both, and what
 * others commit is read after both. Doing it in the driver rather than in the services means that no write can forget it, and that whatever the container does
 * after a commit (the answer, the bell) comes after the sync.
 */
public final class DurableH2Driver implements Driver {

    static final String PREFIX = "jdbc:durable-h2:";
    private static final String WRITTEN_AT_COMMIT = ";WRITE_DELAY=0";

    private static final Pattern READS = Pattern.compile("(?is)\\s*select\\b(?!.*\\bfor\\s+update\\b).*");

    private static final Driver H2 = new org.h2.Driver();
    private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

    static {
        try {
            DriverManager.registerDriver(new DurableH2Driver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        String plain = "jdbc:h2:" + url.substring(PREFIX.length()) + WRITTEN_AT_COMMIT;
        Connection connection = open(plain, properties);
        Disk disk = DISKS.computeIfAbsent(
                plain, key -> disk(plain, () -> H2.connect(plain, (Properties) properties.clone())));
        return proxy(Connection.class, new DurableConnection(connection, disk));
    }

    private static Disk disk(String plain, GroupSync.Opener opener) {
        Optional<Reserve> reserve = Reserve.of(plain);
        reserve.ifPresent(file -> BackupsOnDemand.of(file.database(), opener));
        return new Disk(new GroupSync(opener), new CommitsUnderWay(), reserve);
    }

    private static Connection open(String plain, Properties properties) throws SQLException {
        Optional<Reserve> reserve = Reserve.of(plain);
        while (true) {
            try {
                Connection connection = H2.connect(plain, (Properties) properties.clone());
                reserve.ifPresent(Reserve::layIn);
                return connection;
            } catch (SQLException e) {
                boolean again = e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                        ? Orphans.collected()
                        : isFull(e) && reserve.isPresent() && reserve.get().giveUpSome();
                if (!again) {
                    throw e;
                }
            }
        }
    }

    private static boolean isFull(SQLException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    && String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    /** Not what locks a row: that is written with the next commit, whoever's that is. */
    private static boolean isReading(Object sql) {
        return sql instanceof String text && READS.matcher(text).matches();
    }

    /** What all connections of one database share. */
    private record Disk(GroupSync sync, CommitsUnderWay commits, Optional<Reserve> reserve) {

        void requireRoom() throws SQLException {
            if (reserve.isPresent()) {
                reserve.get().requireRoom();
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(DurableH2Driver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * A connection whose commits are synced. What commits by itself, outside a transaction, is not: services write in
     * transactions only, and schema changes end with a commit.
     */
    private record DurableConnection(Connection connection, Disk disk) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("unwrap") || method.getName().equals("isWrapperFor")) {
                Class<?> wanted = (Class<?>) arguments[0];
                if (wanted.isInstance(connection)) {
                    return method.getName().equals("unwrap") ? connection : Boolean.TRUE;
                }
            }
            if (method.getName().equals("commit")) {
                commit(method);
                return null;
            }
            @Nullable Object result = DurableH2Driver.invoke(method, connection, arguments);
            if (result instanceof Statement statement) {
                // createStatement has no text yet
                boolean reads = arguments != null && arguments.length > 0 && isReading(arguments[0]);
                return proxy(
                        method.getReturnType().asSubclass(Statement.class),
                        new PatientStatement(statement, reads, disk));
            }
            return result;
        }

        private void commit(Method method) throws Throwable {
            long ticket = disk.commits().begin();
            boolean committed = false;
            try {
                DurableH2Driver.invoke(method, connection, null);
                committed = true;
                disk.sync().awaitSync();
            } finally {
                disk.commits().end(ticket);
                if (!committed) {
                    disk.sync().distrustConnection();
                }
            }
        }
    }

    /**
     * A statement that writes only where there is room, and whose rows are handed over when they are on the disk. H2 has
     * collected them all by then.
     */
    private record PatientStatement(Statement statement, boolean reads, Disk disk) implements InvocationHandler {

        private static final Set<String> READING = Set.of("executeQuery", "execute");

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            boolean writes = method.getName().startsWith("execute")
                    && !reads
                    && (arguments == null || arguments.length == 0 || !isReading(arguments[0]));
            if (writes) {
                disk.requireRoom();
            }
            @Nullable Object result = DurableH2Driver.invoke(method, statement, arguments);
            if (READING.contains(method.getName())) {
                disk.commits().awaitThoseBegun();
            }
            return result;
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return H2.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return H2.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return H2.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return H2.getParentLogger();
    }
}
