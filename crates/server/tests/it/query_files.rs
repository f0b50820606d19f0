//! `nabat query`: queries tried on files, offline, in the language of whoever asks.

use std::process::Output;

use crate::house::House;

fn run(house: &House, args: &[&str]) -> Output {
    // These commands know no `--data`: they need no store.
    std::process::Command::new(env!("CARGO_BIN_EXE_nabat"))
        .arg("query")
        .args(args)
        .current_dir(house.path(""))
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_query_in_a_file_is_checked_in_the_authors_language_with_the_place_of_the_fault() {
    let house = House::new();
    house.write("good.txt", "(Зарянка OR болт) AND хлеб\n");
    house.write("mixed.txt", "Зарянка OR болт AND хлеб");
    house.write("broken.txt", "🔔 AND (Зарянка\n");
    let good = run(&house, &["check", "good.txt", "--lang", "ru"]);
    assert!(good.status.success());
    assert!(said(&good).contains("Запрос понят так: (Зарянка OR болт) AND хлеб"), "{}", said(&good));
    let forms = said(&good);
    assert!(forms.contains("Зарянке") && forms.contains("дательный падеж единственного числа"), "{forms}");
    let mixed = said(&run(&house, &["check", "mixed.txt", "--lang", "en"]));
    assert!(mixed.contains("AND binds before OR") && mixed.contains("    ^^^^"), "{mixed}");
    let broken = run(&house, &["check", "good.txt", "broken.txt", "--lang", "pl"]);
    assert_eq!(broken.status.code(), Some(1));
    assert!(
        said(&broken).contains("Ten nawias nie jest zamknięty") && said(&broken).contains("\n           ^"),
        "{}",
        said(&broken)
    );
    let part = run(&house, &["check", "-", "--part", "x=болт"]);
    assert_eq!(part.status.code(), Some(1), "nothing on standard input is no query");
}

#[test]
fn each_post_of_a_file_is_explained_by_what_was_found_or_is_missing() {
    let house = House::new();
    let posts = "id,text,date\n1,В булке Зарянки нашли болт,2026-02-01 10:00\n2,Зарянка печёт хлеб,2026-02-01 11:00\n3,Реклама: Зарянка и болт,2026-02-01 12:00\n";
    house.write("posts.csv", posts);
    let query = "Зарянка AND $trouble -реклама";
    let args = ["explain", query, "--part", "trouble=болт OR гайка", "--posts", "posts.csv", "--lang", "ru"];
    let output = run(&house, &args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = said(&output);
    let of = |text: &str| {
        let at = told.find(text).unwrap_or_else(|| panic!("{text} in {told}"));
        told[at..]
            .lines()
            .take_while(|line| line.contains(text) || line.starts_with("     "))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let first = of("В булке Зарянки нашли болт");
    assert!(first.contains("«Зарянки»") && first.contains("родительный падеж"), "{first}");
    assert!(of("Зарянка печёт хлеб").contains("не хватает: $trouble"), "{told}");
    assert!(of("Реклама: Зарянка и болт").contains("исключает: реклама"), "{told}");
    assert!(told.contains("Постов: 3, подходит: 1."), "{told}");
}

#[test]
fn a_table_of_cases_names_the_wrong_ones_and_fails_only_then() {
    let house = House::new();
    let right = "query\tpost\tmatch\twhy\tpost_fields\n\
                 =каша\tМанная каша\tyes\ta word\t\n\
                 =каша\tкаши\tno\texactly so\t\n\
                 каша\tкаши\tyes\tits forms\t\n\
                 =зарянка\tза\\u{AD}рянка\\nпоёт\tyes\ta soft hyphen joins\t\n\
                 каша lang:pl\tкаша\tno\tanother language\tlang=ru\n\
                 каша type:comment\tкаша\tyes\ta comment is a reply\ttype=comment\n\
                 NOT каша\t\trefused\tnothing required\t\n";
    house.write("right.tsv", right);
    let fine = run(&house, &["test", "right.tsv", "--lang", "en"]);
    assert_eq!((fine.status.code(), said(&fine).trim()), (Some(0), "7 cases, 0 wrong."), "{}", said(&fine));

    house.write(
        "wrong.tsv",
        format!("{right}каша\tсуп\tyes\twishful\t\n(каша\tкаша\tno\tnot even a query\t\n"),
    );
    let wrong = run(&house, &["test", "wrong.tsv", "--lang", "pl"]);
    assert_eq!(wrong.status.code(), Some(1));
    let told = said(&wrong);
    assert!(told.contains("Wiersz 9: powinno być yes, a jest no") && told.contains("wishful"), "{told}");
    assert!(
        told.contains("Wiersz 10: powinno być no, a jest refused") && told.contains("Ten nawias"),
        "{told}"
    );
    assert!(told.contains("błędne: 2"), "{told}");

    house.write("table.tsv", "запрос\tпост\n");
    let bad = run(&house, &["test", "table.tsv"]);
    assert!(!bad.status.success() && String::from_utf8_lossy(&bad.stderr).contains("query"));
}

#[test]
fn a_query_of_another_tool_is_checked_with_what_reads_differently() {
    let house = House::new();
    house.write("theirs.txt", "Зарянка хлеб");
    let told = said(&run(&house, &["check", "theirs.txt", "--dialect", "lucene", "--lang", "ru"]));
    assert!(told.contains("На языке запросов Nabat:") && told.contains("OR"), "a space is OR there: {told}");
    assert_eq!(run(&house, &["check", "theirs.txt", "--dialect", "klingon"]).status.code(), Some(2));
}
