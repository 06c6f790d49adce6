# Telal in one image: `serve` (the default), `poll`, `demo` and all other commands.
FROM node:26-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY schema schema
COPY src src
COPY dashboard dashboard
RUN npm run build:dashboard && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATABASE_URL=file:/data/telal.db
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /build/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY sources sources
COPY --from=build /build/dashboard/dist dashboard/dist
COPY --from=build /build/dist dist
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/bin/telal.js"]
CMD ["serve"]
