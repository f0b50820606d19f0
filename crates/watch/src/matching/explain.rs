//! SHIM.
use std::ops::Range;
use super::query::{Choices, Expr, Node};
use super::Query;
pub struct Branch { pub span: Range<usize>, pub group: usize, pub query: Query }
pub struct Exclusion { pub span: Range<usize>, pub query: Query }
pub struct WordForms { pub span: Range<usize>, pub list: Option<Range<usize>>, pub written: Box<str>, pub forms: Vec<nabat_text::forms::Form>, pub choices: Choices }
pub fn branches(q: &Query) -> Vec<Branch> {
    let mut out = Vec::new();
    match &q.root.expr {
        Expr::Or(nodes) => for n in nodes { out.push(Branch { span: n.span.clone(), group: 0, query: Query::of(n.clone()) }); },
        Expr::And(nodes) => for (i, n) in nodes.iter().enumerate() {
            if let Expr::Or(sides) = &n.expr { for s in sides {
                let mut all = nodes.clone(); all[i] = s.clone();
                out.push(Branch { span: s.span.clone(), group: i, query: Query::of(Node { span: q.root.span.clone(), expr: Expr::And(all) }) });
            } }
        },
        _ => {}
    }
    out
}
pub fn exclusions(q: &Query) -> Vec<Exclusion> {
    let mut out = Vec::new();
    if let Expr::And(nodes) = &q.root.expr {
        for (i, n) in nodes.iter().enumerate() {
            if let Expr::Not(_) = &n.expr {
                let mut all = nodes.clone(); all.remove(i);
                let root = if all.len() == 1 { all.remove(0) } else { Node { span: q.root.span.clone(), expr: Expr::And(all) } };
                out.push(Exclusion { span: n.span.clone(), query: Query::of(root) });
            }
        }
    }
    out
}
pub fn words(q: &Query) -> Vec<WordForms> {
    q.places.iter().map(|p| WordForms { span: p.span.clone(), list: p.list.clone(), written: p.written.clone(), forms: nabat_text::forms::of_word(&p.written), choices: p.choices.clone() }).collect()
}
