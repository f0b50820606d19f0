//! Tells cargo that the embedded browser app is an input. It never builds the app: `make` does.

fn main() {
    println!("cargo::rerun-if-changed=../../ui/dist");
}
