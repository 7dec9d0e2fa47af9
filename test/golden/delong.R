# Areas under the ROC curve with DeLong's intervals and test, and shares at fixed other shares, for
# test/evaluate/delong.test.ts and fixed-share.test.ts.
#
# Run: Rscript test/golden/delong.R > test/golden/delong.json   (R 4.2, pROC 1.18.0)
#
# The scores are random numbers with few digits, so that some are equal. Of the thresholds that pROC's coords has, the
# largest sensitivity among those of a specificity of at least 0.8 (0.9, 0.95) is taken, and the reverse.

suppressMessages(library(pROC))

number <- function(value) ifelse(is.na(value), "null", sprintf("%.17g", value))
numbers <- function(values) paste0("[", paste(number(values), collapse = ","), "]")
scores <- function(values) paste0("[", paste(format(values, digits = 7, trim = TRUE, drop0trailing = TRUE), collapse = ","), "]")

make <- function(seed, positives, negatives, digits, skill, same) {
  set.seed(seed)
  truth <- sample(c(rep(1, positives), rep(0, negatives)))
  shared <- rnorm(length(truth))
  score <- function(strength) {
    raw <- strength * truth + same * shared + sqrt(1 - same^2) * rnorm(length(truth))
    round(plogis(raw - strength / 2), digits)
  }
  list(truth = truth, a = score(skill), b = score(skill + 0.4))
}

cases <- list(
  make(1, 5, 7, 2, 1, 0), make(2, 20, 30, 1, 1, 0.5), make(3, 20, 30, 6, 1, 0.9),
  make(4, 2, 40, 2, 0.5, 0.5), make(5, 40, 2, 2, 0.5, 0.5), make(6, 50, 50, 1, 0, 0),
  make(7, 100, 60, 3, 2, 0.7), make(8, 15, 90, 2, 3, 0.2), make(9, 30, 30, 2, -1, 0.5),
  make(10, 200, 200, 6, 1.5, 0.6)
)

texts <- sapply(cases, function(one) {
  curve <- function(scores) roc(one$truth, scores, levels = c(0, 1), direction = "<", quiet = TRUE)
  a <- curve(one$a)
  b <- curve(one$b)
  test <- roc.test(a, b, method = "delong")
  difference <- as.numeric(auc(b)) - as.numeric(auc(a))
  error <- sqrt(var(a) + var(b) - 2 * cov(a, b))
  all <- coords(a, "all", ret = c("sensitivity", "specificity"), transpose = FALSE)
  at <- function(kept, other, wanted) max(all[[other]][all[[kept]] >= wanted])
  wanted <- c(0.8, 0.9, 0.95)
  paste0(
    "{\"truth\":", scores(one$truth), ",\"a\":", scores(one$a), ",\"b\":", scores(one$b),
    ",\"areas\":", numbers(c(auc(a), auc(b))),
    ",\"intervalA\":", numbers(as.numeric(ci.auc(a, method = "delong"))[c(1, 3)]),
    ",\"intervalB\":", numbers(as.numeric(ci.auc(b, method = "delong"))[c(1, 3)]),
    ",\"difference\":", number(difference), ",\"error\":", number(error), ",\"p\":", number(test$p.value),
    ",\"wanted\":", numbers(wanted),
    ",\"sensitivities\":", numbers(sapply(wanted, function(w) at("specificity", "sensitivity", w))),
    ",\"specificities\":", numbers(sapply(wanted, function(w) at("sensitivity", "specificity", w))),
    "}"
  )
})
tails <- c(0, 1e-3, 0.5, 1, 1.5, 1.96, 2.4, 2.5, 3, 3.5, 4, 6, 10, 20, 37)
cat("{\"cases\":[\n", paste(texts, collapse = ",\n"), "\n],\n\"tails\":{\"z\":", numbers(tails),
  ",\"p\":", numbers(2 * pnorm(-tails)), "}}\n", sep = "")
