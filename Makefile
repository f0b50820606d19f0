# Nabat: the commands a person needs. `make` alone lists them.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run test build tidy fmt .rust

# What the browser app is made from. When none of it changed, it is not built again.
UI_SOURCES := $(shell find ui/src ui/public ui/scripts locales -type f 2>/dev/null) \
	$(wildcard ui/*.html ui/*.ts ui/*.js ui/*.json)
UI := ui/dist/index.html
UI_PACKAGES := ui/node_modules/.package-lock.json

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

run: .rust $(UI) ## build all and start the demo; the address is printed (ARGS="--listen 127.0.0.1:9000" passes arguments on)
	cargo run --release --bin nabat -- demo $(ARGS)

test: ## everything CI checks, with what it needs installed first
	@.ci/tools rust node browser
	cargo xtask ci

build: .rust $(UI) ## the release binary with the browser app inside: target/release/nabat
	cargo build --release --bin nabat

tidy: ## the layout of the house
	cargo xtask tidy

fmt: ## format the Rust sources
	cargo fmt --all

.rust:
	@.ci/tools rust

$(UI): $(UI_PACKAGES) $(UI_SOURCES)
	npm --prefix ui run --silent build
	@touch $@

$(UI_PACKAGES): ui/package-lock.json
	@.ci/tools node
	npm --prefix ui ci
	@touch $@
