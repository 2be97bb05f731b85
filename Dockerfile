# Builds the one binary and puts it alone on a slim Debian.
FROM node:22-bookworm-slim AS node

FROM rust:1.95-bookworm AS build
# The build script fetches Designsystemet and Inter with npm.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY . .
# postgres-tls, because a database on another machine must be spoken to over TLS.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    cargo build --release --locked --features postgres-tls \
    && cp target/release/innspill /usr/local/bin/innspill

FROM debian:bookworm-slim
# Not pinned: a rebuild should take Debian's security updates.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /srv/innspill --create-home innspill
COPY --from=build /usr/local/bin/innspill /usr/local/bin/innspill
COPY --chown=root:root config /srv/innspill/config
WORKDIR /srv/innspill
RUN install -d -o innspill -g innspill var
USER 10001
EXPOSE 8080
# Live, not ready: a database that is away for a minute is no reason to start the service again.
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/health/live"]
ENTRYPOINT ["innspill"]
CMD ["serve", "--with-worker"]
