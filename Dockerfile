# One file for all images: docker build --build-arg PROJECT=services/Catalog .
# The versions are those that the project is built and tested with; Dependabot raises them, and a digest with its tag. A tag without
# one may be built anew by its owner: a release builds on the digest that it has then, see deploy/bases.sh.
FROM node:20.20.2-bookworm-slim@sha256:2cf067cfed83d5ea958367df9f966191a942351a2df77d6f0193e162b5febfc0 AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
# The front door's explorer comes from npm when it is built.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && npm --version
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /src

# What decides on the packages comes first: a change of the code does not restore again.
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY protos/Contracts.csproj protos/packages.lock.json protos/
COPY services/ServiceDefaults/ServiceDefaults.csproj services/ServiceDefaults/packages.lock.json services/ServiceDefaults/
COPY services/Addresses/Addresses.csproj services/Addresses/packages.lock.json services/Addresses/
COPY services/Catalog/Catalog.csproj services/Catalog/packages.lock.json services/Catalog/
COPY services/Identity/Identity.csproj services/Identity/packages.lock.json services/Identity/
COPY services/Inventory/Inventory.csproj services/Inventory/packages.lock.json services/Inventory/
COPY services/Cart/Cart.csproj services/Cart/packages.lock.json services/Cart/
COPY services/Orders/Orders.csproj services/Orders/packages.lock.json services/Orders/
COPY services/Billing/Billing.csproj services/Billing/packages.lock.json services/Billing/
COPY services/Shipping/Shipping.csproj services/Shipping/packages.lock.json services/Shipping/
COPY services/Notifications/Notifications.csproj services/Notifications/packages.lock.json services/Notifications/
COPY services/StripeSandbox/StripeSandbox.csproj services/StripeSandbox/packages.lock.json services/StripeSandbox/
COPY graph-gateway/Gateway.csproj graph-gateway/packages.lock.json graph-gateway/
ARG PROJECT
# The image's architecture, which Docker tells: for it the code is compiled ahead, and starts in half the time.
ARG TARGETARCH
RUN --mount=type=cache,id=nuget,target=/root/.nuget/packages,sharing=locked \
    test -n "$PROJECT" && dotnet restore "$PROJECT" --arch "$TARGETARCH" --locked-mode

COPY . .
# The program is started by one name in every image: there is no shell that could find out the project's.
RUN --mount=type=cache,id=nuget,target=/root/.nuget/packages,sharing=locked \
    --mount=type=cache,id=npm,target=/root/.npm,sharing=locked \
    dotnet publish "$PROJECT" --configuration Release --arch "$TARGETARCH" --no-restore --output /app \
    && rm -f /app/*.pdb \
    && cp "/app/$(basename "$(ls "$PROJECT"/*.csproj)" .csproj)" /app/service

# No shell, no package manager; runs as the user 1654. "extra" has ICU, Unicode's tables.
FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble-chiseled-extra AS final
WORKDIR /app
COPY --from=build /app .
# Nothing is written at run time, so the root may be read-only: the runtime's diagnostic pipes are off.
ENV DOTNET_EnableDiagnostics=0 \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    ASPNETCORE_ENVIRONMENT=Production \
    Listen__Address=0.0.0.0
USER 1654:1654
ENTRYPOINT ["/app/service"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["/app/service", "healthcheck"]
