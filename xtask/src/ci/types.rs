//! The browser's types of the API come from the server's own description of it, and a stale file is an error.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

use super::target_folder;
use crate::run;

/// The types as they are committed.
const COMMITTED: &str = "ui/src/api/schema.d.ts";

/// Compares the committed types with what the built server describes. Returns whether they are equal.
pub(crate) fn fresh(root: &Path) -> Result<bool> {
    let made = made(root)?;
    let wanted = fs::read_to_string(&made).with_context(|| format!("failed to read `{}`", made.display()))?;
    let committed = fs::read_to_string(root.join(COMMITTED)).unwrap_or_default();
    if wanted == committed {
        println!("{COMMITTED} is fresh");
        return Ok(true);
    }
    let line_idx = wanted.lines().zip(committed.lines()).take_while(|(one, other)| one == other).count();
    println!("{COMMITTED} is stale from line {}: run `cargo xtask types` and commit the file", line_idx + 1);
    Ok(false)
}

/// Builds the server and writes the types it describes.
pub(crate) fn write(root: &Path) -> Result<bool> {
    if !run::shown(root, "cargo", &["build", "--quiet", "--workspace", "--bin", "nabat"])? {
        return Ok(false);
    }
    let made = made(root)?;
    fs::copy(&made, root.join(COMMITTED)).with_context(|| format!("failed to write `{COMMITTED}`"))?;
    println!("{COMMITTED} is written");
    Ok(true)
}

/// Makes the types from the built server, in a file of the target folder.
fn made(root: &Path) -> Result<PathBuf> {
    let target = target_folder(root);
    let server = target.join("debug/nabat");
    let description = run::kept(root, &server.to_string_lossy(), &["openapi"])?;
    let folder = target.join("xtask");
    fs::create_dir_all(&folder).with_context(|| format!("failed to make `{}`", folder.display()))?;
    let (described, made) = (folder.join("openapi.json"), folder.join("schema.d.ts"));
    fs::write(&described, description)
        .with_context(|| format!("failed to write `{}`", described.display()))?;
    let arguments = [
        "--no-install",
        "openapi-typescript",
        &described.to_string_lossy(),
        "--output",
        &made.to_string_lossy(),
    ];
    run::kept(&root.join("ui"), "npx", &arguments).map_err(|error| {
        anyhow!("{error:#} (is openapi-typescript among the packages of `ui/package.json`?)")
    })?;
    Ok(made)
}
