# Build: every dependency as a wheel whose hash is pinned, then Planbot itself, into one folder.
FROM python:3.12-slim AS build
WORKDIR /src
RUN python -m venv /opt/planbot
ENV PATH=/opt/planbot/bin:$PATH
COPY requirements/build.txt requirements/run.txt requirements/
RUN python -m pip install --no-cache-dir --only-binary :all: --require-hashes \
        -r requirements/run.txt -r requirements/build.txt
COPY pyproject.toml README.md ./
COPY bot bot
COPY domain domain
COPY handlers handlers
COPY language language
COPY plans plans
COPY scheduler scheduler
COPY store store
RUN python -m pip install --no-cache-dir --no-deps --no-build-isolation . \
    && python -m pip uninstall --yes setuptools

# Run: one process, not root, nothing of the build but the folder.
FROM python:3.12-slim
RUN useradd --system --uid 10001 --create-home --home-dir /data planbot
COPY --from=build /opt/planbot /opt/planbot
ENV PATH=/opt/planbot/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PLANBOT_DATABASE_URL=sqlite:////data/planbot.db
WORKDIR /data
VOLUME /data
USER planbot
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen('http://127.0.0.1:' + os.environ.get('PLANBOT_PORT', '8080') + '/health', timeout=4)"]
ENTRYPOINT ["planbot"]
CMD ["run"]
